package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Shows how old the prices are, so that an alert can say so before the bill does. */
final class PriceBookAge {

  private PriceBookAge() {}

  /** Exports the age in days; nothing when the version is not a date. */
  static void bind(Meter meter, Pricing pricing, Clock clock) {
    Names.PRICE_BOOK_AGE.observeGauge(meter, age -> {
      LocalDate date = dateOrNull(pricing.version());
      if (date != null) {
        age.record(
            ChronoUnit.DAYS.between(date, clock.instant().atZone(ZoneOffset.UTC).toLocalDate()));
      }
    });
  }

  private static @Nullable LocalDate dateOrNull(String version) {
    try {
      return LocalDate.parse(version);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
