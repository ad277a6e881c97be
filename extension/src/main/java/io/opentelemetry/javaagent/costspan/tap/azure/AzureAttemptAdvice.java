package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpRequest;
import com.azure.core.util.Context;
import io.opentelemetry.javaagent.costspan.call.Attempt;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around one attempt. */
public final class AzureAttemptAdvice {

  private AzureAttemptAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Attempt enter(
      @Advice.Argument(0) @Nullable HttpRequest request,
      @Advice.Argument(1) @Nullable Context context) {
    return AzureTap.attempt(request, context);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable Attempt attempt) {
    if (attempt != null) {
      attempt.end();
    }
  }
}
