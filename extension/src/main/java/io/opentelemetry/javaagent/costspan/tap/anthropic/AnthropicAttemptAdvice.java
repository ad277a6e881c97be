package io.opentelemetry.javaagent.costspan.tap.anthropic;

import com.anthropic.core.http.HttpRequest;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around one attempt. */
public final class AnthropicAttemptAdvice {

  private AnthropicAttemptAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable AutoCloseable enter(@Advice.Argument(0) HttpRequest request) {
    return LlmCalls.attempt(AnthropicRequest.body(request));
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable AutoCloseable attempt) throws Exception {
    if (attempt != null) {
      attempt.close();
    }
  }
}
