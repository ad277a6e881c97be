package io.opentelemetry.javaagent.costspan.tap.anthropic;

import io.opentelemetry.javaagent.costspan.call.NativeTelemetry;
import net.bytebuddy.asm.Advice;

/**
 * Skips the method that looks up a tracer: the null that it then returns means "emit nothing". Names
 * the tap, so that where the tap does not fit the SDK keeps its own spans.
 */
public final class AnthropicNativeAdvice {

  private AnthropicNativeAdvice() {}

  @Advice.OnMethodEnter(
      suppress = Throwable.class,
      inline = false,
      skipOn = Advice.OnNonDefaultValue.class)
  public static boolean enter() {
    return NativeTelemetry.isSuppressed() && AnthropicTap.isLoaded();
  }
}
