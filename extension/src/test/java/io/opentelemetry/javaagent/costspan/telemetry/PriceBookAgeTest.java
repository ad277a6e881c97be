package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.sdk.metrics.data.MetricData;
import org.junit.jupiter.api.Test;

class PriceBookAgeTest {

  @Test
  void tellsTheDaysSinceTheDateOfTheBook() {
    try (TestTelemetry telemetry =
        TestTelemetry.setup().pricing(dated("2026-11-21")).build()) {
      MetricData age = telemetry.metric("costspan.price.book.age");

      assertThat(age.getUnit()).isEqualTo("d");
      // The clock of the tests stands at 2026-12-01.
      assertThat(age.getLongGaugeData().getPoints())
          .singleElement()
          .satisfies(point -> assertThat(point.getValue()).isEqualTo(10));
    }
  }

  @Test
  void tellsNothingWhenTheVersionIsNoDate() {
    try (TestTelemetry telemetry =
        TestTelemetry.setup().pricing(dated("ours-7")).build()) {
      assertThat(telemetry.hasMetric("costspan.price.book.age")).isFalse();
    }
  }

  private static Pricing dated(String version) {
    return new Pricing() {
      @Override
      public Quote quote(BilledCall call) {
        throw new AssertionError("nothing is called");
      }

      @Override
      public String version() {
        return version;
      }

      @Override
      public int size() {
        return 0;
      }
    };
  }
}
