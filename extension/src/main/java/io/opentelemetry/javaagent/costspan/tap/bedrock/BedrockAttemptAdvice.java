package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeRequest;

/** Around one attempt. All attempts of a request share the context of its execution. */
public final class BedrockAttemptAdvice {

  private BedrockAttemptAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Attempt enter(@Advice.Argument(1) RequestExecutionContext execution) {
    // A call may make requests of other kinds first, to get its credentials.
    boolean isOfBedrock = execution.originalRequest() instanceof BedrockRuntimeRequest;
    return isOfBedrock ? LlmCalls.attempt(execution) : null;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable Attempt attempt) {
    if (attempt != null) {
      attempt.end();
    }
  }
}
