package io.costspan.smoke.foreign;

import net.bytebuddy.asm.Advice;

/** A span around every call, by a helper. */
public final class IsolatedAdvice {
  private IsolatedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static Object enter(@Advice.Origin("#t.#m") String method) {
    return IsolatedTracer.begin(method);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter Object begun) {
    IsolatedTracer.end(begun);
  }
}
