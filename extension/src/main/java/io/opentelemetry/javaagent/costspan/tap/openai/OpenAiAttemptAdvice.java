package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpRequest;
import io.opentelemetry.javaagent.costspan.call.Attempt;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around one attempt. */
public final class OpenAiAttemptAdvice {

  private OpenAiAttemptAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Attempt enter(@Advice.Argument(0) HttpRequest request) {
    return OpenAiTap.attempt(request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable Attempt attempt) {
    if (attempt != null) {
      attempt.end();
    }
  }
}
