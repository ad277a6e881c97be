package io.opentelemetry.javaagent.costspan.tap.anthropic;

import io.opentelemetry.javaagent.costspan.call.NativeTelemetry;
import net.bytebuddy.asm.Advice;

/** Skips the method that looks up a tracer: the null that it then returns means "emit nothing". */
public final class AnthropicNativeAdvice {

  private AnthropicNativeAdvice() {}

  @Advice.OnMethodEnter(
      suppress = Throwable.class,
      inline = false,
      skipOn = Advice.OnNonDefaultValue.class)
  public static boolean enter() {
    return NativeTelemetry.isSuppressed();
  }
}
