package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Around {@code execute}: the response that the application gets is ours around the SDK's. */
public final class OpenAiSyncAdvice {

  private OpenAiSyncAdvice() {}

  /** Null leaves the request as it is. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, index = 1))
  public static Object @Nullable [] enter(
      @Advice.This Object client, @Advice.Argument(0) HttpRequest request) {
    return OpenAiTap.begin(client, request);
  }

  /** Null leaves what the SDK returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable HttpResponse exit(
      @Advice.Enter Object @Nullable [] begun,
      @Advice.Return @Nullable HttpResponse response,
      @Advice.Thrown @Nullable Throwable failure) {
    return begun == null ? null : OpenAiTap.TAP.finish(OpenAiBegun.call(begun), response, failure);
  }
}
