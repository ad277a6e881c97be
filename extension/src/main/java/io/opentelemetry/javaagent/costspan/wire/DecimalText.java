package io.opentelemetry.javaagent.costspan.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A decimal as a provider or gateway writes it, {@code 0.0000123} or {@code 1.23e-05}: exact, and of
 * a size that no arithmetic can blow up.
 */
public final class DecimalText {

  /** A double has at most 24 characters; who is exact needs a few more. */
  private static final int MAX_LENGTH = 64;

  private static final int MAX_SCALE = 64;

  private DecimalText() {}

  /** The number; null for what is none, is too long, or is beyond 10^64 or 10^-64 in its exponent. */
  public static @Nullable BigDecimal parse(String text) {
    return text.length() > MAX_LENGTH ? null : parse(text.toCharArray(), 0, text.length());
  }

  static @Nullable BigDecimal parse(char[] chars, int offset, int length) {
    if (length > MAX_LENGTH) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(chars, offset, length);
      return Math.abs((long) number.scale()) <= MAX_SCALE ? number : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
