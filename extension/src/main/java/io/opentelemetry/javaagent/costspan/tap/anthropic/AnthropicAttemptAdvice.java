package io.opentelemetry.javaagent.costspan.tap.anthropic;

import com.anthropic.core.http.HttpRequest;
import io.opentelemetry.javaagent.costspan.call.Attempt;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around one attempt. */
public final class AnthropicAttemptAdvice {

  private AnthropicAttemptAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Attempt enter(@Advice.Argument(0) HttpRequest request) {
    return AnthropicTap.attempt(request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable Attempt attempt) {
    if (attempt != null) {
      attempt.end();
    }
  }
}
