package io.costspan.demo.picture;

import java.math.BigDecimal;

/** Money as people read it, with every digit it has. */
public final class Usd {
  private Usd() {}

  public static String of(BigDecimal usd) {
    return "$" + digits(usd);
  }

  static String digits(BigDecimal usd) {
    return usd.signum() == 0 ? "0" : usd.stripTrailingZeros().toPlainString();
  }

  /** The decimal that a double prints as, which is what was meant when it was exported. */
  static BigDecimal exact(double usd) {
    return new BigDecimal(Double.toString(usd));
  }
}
