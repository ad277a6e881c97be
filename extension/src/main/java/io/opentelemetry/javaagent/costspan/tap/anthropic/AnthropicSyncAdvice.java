package io.opentelemetry.javaagent.costspan.tap.anthropic;

import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code execute}: the response that the application gets is ours around the SDK's. */
public final class AnthropicSyncAdvice {

  private AnthropicSyncAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable LlmCall enter(
      @Advice.This Object client, @Advice.Argument(0) HttpRequest request) {
    return AnthropicTap.begin(client, request);
  }

  /** Null leaves what the SDK returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable HttpResponse exit(
      @Advice.Enter @Nullable LlmCall call,
      @Advice.Return @Nullable HttpResponse response,
      @Advice.Thrown @Nullable Throwable failure) {
    return call == null ? null : AnthropicTap.TAP.finish(call, response, failure);
  }
}
