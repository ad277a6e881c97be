package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code sendSync}: the response that the SDK gets is ours around the pipeline's. */
public final class AzureSyncAdvice {

  private static final int CALL = 0;
  private static final int CONTEXT = 1;

  private AzureSyncAdvice() {}

  /** The call and the context to send it in, or null for no call and the context as it is. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(
      @Advice.AssignReturned.ToArguments.ToArgument(value = 1, index = CONTEXT))
  public static Object @Nullable [] enter(
      @Advice.Argument(0) @Nullable HttpRequest request,
      @Advice.Argument(1) @Nullable Context context) {
    Context azure = context == null ? Context.NONE : context;
    LlmCall call = AzureTap.begin(request, azure);
    return call == null ? null : new Object[] {call, TraceContext.with(call, azure)};
  }

  /** Null leaves what the pipeline returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable HttpResponse exit(
      @Advice.Enter Object @Nullable [] entered,
      @Advice.Return @Nullable HttpResponse response,
      @Advice.Thrown @Nullable Throwable failure) {
    return entered == null ? null : AzureTap.TAP.finish((LlmCall) entered[CALL], response, failure);
  }
}
