package io.opentelemetry.javaagent.costspan.tap.openai;

import io.opentelemetry.javaagent.costspan.call.TapFit;
import net.bytebuddy.asm.Advice;

/** Looks once, after the first call, whether the tap is at work. Fits every version of the SDK. */
public final class OpenAiFitAdvice {

  private static volatile boolean checked;

  private OpenAiFitAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.This Object client) {
    if (!checked) {
      checked = true;
      TapFit.check("openai", client.getClass(), OpenAiFitAdvice.class.getClassLoader());
    }
  }
}
