package io.opentelemetry.javaagent.costspan.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exact decimals as other people write them, and as our book does. */
final class Decimals {

  /** No list has a rate with more digits; 3.0000000000000004e-07 is a double that was 3e-07. */
  private static final MathContext TWELVE_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private static final int MAX_LENGTH = 64;
  private static final int MAX_DIGITS_BEFORE_POINT = 9;
  private static final int MAX_DIGITS_AFTER_POINT = 18;

  /** Far beyond any rate, and near enough that no later step can build a giant. */
  private static final int MAX_EXPONENT = 60;

  private Decimals() {}

  /**
   * The number that a text is.
   *
   * @throws NumberFormatException when it is none, or one of a size that no price has
   */
  static BigDecimal parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new NumberFormatException("too long");
    }
    BigDecimal value = new BigDecimal(text);
    if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
      throw new NumberFormatException("its exponent is out of any range");
    }
    return value;
  }

  /** Rounded once, half to even, to twelve significant digits: the artefacts of doubles go. */
  static BigDecimal tidy(BigDecimal value) {
    return value.round(TWELVE_DIGITS).stripTrailingZeros();
  }

  /** Whether a book can hold it: more than nothing, nine digits before and 18 after the point. */
  static boolean isRate(BigDecimal value) {
    return value.signum() > 0
        && value.precision() - value.scale() <= MAX_DIGITS_BEFORE_POINT
        && value.stripTrailingZeros().scale() <= MAX_DIGITS_AFTER_POINT;
  }

  /** Without exponent, with at least two decimals: 5.00, 0.075. */
  static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped
        .setScale(Math.max(2, stripped.scale()), RoundingMode.UNNECESSARY)
        .toPlainString();
  }
}
