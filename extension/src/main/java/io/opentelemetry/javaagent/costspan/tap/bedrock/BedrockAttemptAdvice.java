package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around one attempt. All attempts of a request share the context of its execution. */
public final class BedrockAttemptAdvice {

  private BedrockAttemptAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Attempt enter(@Advice.Argument(1) Object execution) {
    return LlmCalls.attempt(execution);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable Attempt attempt) {
    if (attempt != null) {
      attempt.end();
    }
  }
}
