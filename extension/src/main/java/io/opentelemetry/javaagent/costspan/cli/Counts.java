package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The usage that is written out as options. */
final class Counts {

  private static final BigDecimal MAX = BigDecimal.valueOf(1L << 53);
  private static final int MAX_DIGITS = 20;

  private Counts() {}

  /** Whether any count is written. */
  static boolean areIn(Words words) {
    for (CountOption option : CountOption.values()) {
      if (words.has(option.option())) {
        return true;
      }
    }
    return false;
  }

  static Usage usage(Words words) throws WrongUsage {
    Usage.Builder usage = Usage.builder();
    for (CountOption option : CountOption.values()) {
      String text = words.text(option.option());
      if (text != null) {
        usage.set(option.count(), count(option, text));
      }
    }
    if (usage.has(Count.CACHE_WRITE_1H) && !usage.has(Count.CACHE_WRITE)) {
      usage.set(Count.CACHE_WRITE, usage.orZero(Count.CACHE_WRITE_1H));
    }
    Usage counted = usage.build(UsageStatus.MEASURED);
    if (!counted.leaves().isConsistent()) {
      throw new WrongUsage("the parts are more than the whole: --input includes what is cached,"
          + " written or audio, --output includes reasoning");
    }
    return counted;
  }

  private static long count(CountOption option, String text) throws WrongUsage {
    BigDecimal number = number(option, text);
    BigDecimal count =
        option.isSeconds() ? number.movePointRight(3).setScale(0, RoundingMode.CEILING) : number;
    if (count.signum() < 0
        || count.compareTo(MAX) > 0
        || count.stripTrailingZeros().scale() > 0) {
      throw new WrongUsage("--" + option.option() + " " + text + " is not a count");
    }
    return count.longValueExact();
  }

  private static BigDecimal number(CountOption option, String text) throws WrongUsage {
    String digits = text.replace("_", "").replace(",", "");
    try {
      if (digits.length() <= MAX_DIGITS && digits.indexOf('e') < 0 && digits.indexOf('E') < 0) {
        return new BigDecimal(digits);
      }
    } catch (NumberFormatException e) {
      // the same complaint
    }
    throw new WrongUsage("--" + option.option() + " " + text + " is not a count");
  }
}
