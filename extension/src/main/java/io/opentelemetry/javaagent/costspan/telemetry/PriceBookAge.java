package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** Shows how old the prices are, so that an alert can say so before the bill does. */
public final class PriceBookAge {

  private PriceBookAge() {}

  /**
   * Days from the date of a price book to a day.
   *
   * @param version of the book; none when it is not a date
   */
  public static OptionalLong days(String version, LocalDate today) {
    try {
      return OptionalLong.of(ChronoUnit.DAYS.between(LocalDate.parse(version), today));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** Exports the age in days; nothing when the version is not a date. */
  static void bind(Meter meter, Pricing pricing, Clock clock) {
    Names.PRICE_BOOK_AGE.observeGauge(
        meter, age -> days(pricing.version(), today(clock)).ifPresent(age::record));
  }

  private static LocalDate today(Clock clock) {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
