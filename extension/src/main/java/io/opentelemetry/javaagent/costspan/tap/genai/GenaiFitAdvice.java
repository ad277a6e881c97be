package io.opentelemetry.javaagent.costspan.tap.genai;

import io.opentelemetry.javaagent.costspan.call.TapFit;
import net.bytebuddy.asm.Advice;

/** Looks once, after the first call, whether a tap is at work. Fits every version of the SDK. */
public final class GenaiFitAdvice {

  private static volatile boolean checked;

  private GenaiFitAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.This Object client) {
    if (!checked) {
      checked = true;
      TapFit.check("genai", client.getClass(), GenaiFitAdvice.class.getClassLoader());
    }
  }
}
