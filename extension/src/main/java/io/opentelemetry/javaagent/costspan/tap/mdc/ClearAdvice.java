package io.opentelemetry.javaagent.costspan.tap.mdc;

import net.bytebuddy.asm.Advice;

/** After all entries were removed. */
public final class ClearAdvice {

  private ClearAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit() {
    MdcTap.replace(null);
  }
}
