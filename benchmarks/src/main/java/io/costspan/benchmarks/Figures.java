package io.costspan.benchmarks;

import java.util.Locale;

/** Numbers as they are read: no more digits than were measured. */
final class Figures {
  private Figures() {}

  /** 0.34, 3.42, 34.2, 342, 3421. */
  static String threeDigits(double value) {
    double size = Math.abs(value);
    return String.format(
        Locale.ROOT, size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%.0f", value);
  }

  /** 0.1, 100, 1k, 10k, 1M: powers of ten where there is little room. */
  static String brief(double value) {
    if (value < 1) {
      return Double.toString(value);
    }
    long whole = (long) value;
    return whole < 1_000
        ? Long.toString(whole)
        : whole < 1_000_000 ? whole / 1_000 + "k" : whole / 1_000_000 + "M";
  }

  /** 1, 1,000, 1,000,000. */
  static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
