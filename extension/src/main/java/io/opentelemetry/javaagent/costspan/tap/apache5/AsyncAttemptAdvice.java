package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.Attempt;
import net.bytebuddy.asm.Advice;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.jspecify.annotations.Nullable;

/** Around each request that a asynchronous client sends over a connection, below its retries. */
public final class AsyncAttemptAdvice {

  private AsyncAttemptAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Attempt enter(@Advice.Argument(2) AsyncExecChain.Scope scope) {
    return Apache5Tap.attempt(scope.route.getTargetHost(), scope.originalRequest);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable Attempt attempt) {
    if (attempt != null) {
      attempt.end();
    }
  }
}
