package io.opentelemetry.javaagent.costspan.tap.method;

import io.opentelemetry.javaagent.costspan.attribution.MethodRun;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a named method that tells its feature only. */
public final class MethodAdvice {

  private MethodAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable MethodRun enter(@Advice.Origin("#t.#m") String method) {
    return MethodTap.begin(method, null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable MethodRun run) {
    if (run != null) {
      run.end();
    }
  }
}
