package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code sendSync}: the response that the SDK gets is ours around the pipeline's. */
public final class AzureSyncAdvice {

  private AzureSyncAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable LlmCall enter(
      @Advice.Argument(0) @Nullable HttpRequest request,
      @Advice.Argument(1) @Nullable Context context) {
    return AzureTap.begin(request, context);
  }

  /** Null leaves what the pipeline returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable HttpResponse exit(
      @Advice.Enter @Nullable LlmCall call,
      @Advice.Return @Nullable HttpResponse response,
      @Advice.Thrown @Nullable Throwable failure) {
    return call == null ? null : AzureTap.TAP.finish(call, response, failure);
  }
}
