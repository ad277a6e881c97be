package io.opentelemetry.javaagent.costspan.price;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a price applies, in words and days. */
final class Period {

  private Period() {}

  /** {@code always}, {@code from 2026-08-21}, {@code until 2026-08-21} (exclusive), or both. */
  static String of(DatedPrice price) {
    String from = day(price.from());
    String until = day(price.until());
    if (from == null) {
      return until == null ? "always" : "until " + until;
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
