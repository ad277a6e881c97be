package io.opentelemetry.javaagent.costspan.tap.principal;

import net.bytebuddy.asm.Advice;

/** After the thread acts for nobody any more. */
public final class ClearAdvice {

  private ClearAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit() {
    SpringTap.ends();
  }
}
