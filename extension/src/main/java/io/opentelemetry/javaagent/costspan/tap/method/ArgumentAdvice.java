package io.opentelemetry.javaagent.costspan.tap.method;

import io.opentelemetry.javaagent.costspan.attribution.MethodRun;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a named method one of whose arguments is the tenant. */
public final class ArgumentAdvice {

  private ArgumentAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable MethodRun enter(
      @Advice.Origin("#t.#m") String method, @Advice.AllArguments Object[] arguments) {
    return MethodTap.begin(method, arguments);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable MethodRun run) {
    if (run != null) {
      run.end();
    }
  }
}
