package io.opentelemetry.javaagent.costspan.price;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a price applies, in words and days. */
final class Period {

  static final String ALWAYS = "always";

  private Period() {}

  /** {@code always}, {@code from 2026-08-21}, {@code until 2026-08-21} (exclusive), or both. */
  static String of(DatedPrice price) {
    return of(price.from(), price.until());
  }

  /** The same for a term by itself. */
  static String of(Instant begin, Instant end) {
    String from = day(begin);
    String until = day(end);
    if (from == null) {
      return until == null ? ALWAYS : "until " + until;
    }
    return "from " + from + (until == null ? "" : " until " + until);
  }

  /** The day that begins at an instant; null for the beginning and the end of time. */
  static @Nullable String day(Instant instant) {
    return instant.equals(Instant.MIN) || instant.equals(Instant.MAX)
        ? null
        : instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
