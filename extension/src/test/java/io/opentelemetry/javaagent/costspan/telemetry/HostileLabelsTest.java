package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.telemetry.TestLedger.Collected;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Values that somebody made up to do harm. */
class HostileLabelsTest {

  private static final int PER_SECOND = 10_000;
  private static final String MEGABYTE = "x".repeat(1 << 20);

  @Test
  void aMinuteOfDistinctValuesEverywhereGrowsNothingAndLosesNothing() {
    TestLedger ledger = TestLedger.cumulative(TelemetrySettings.builder("1"));
    for (int second = 0; second < 60; second++) {
      for (int i = 0; i < PER_SECOND; i++) {
        String value = "v".repeat(100) + second + "-" + i;
        ledger.call(ledger.caller(value, value, value), TestLedger.priced("0.01"));
      }
      if (second % 10 == 9) {
        ledger.collectAfterMinutes(1);
      }
    }
    Collected last = ledger.collect();

    assertThat(last.metrics())
        .allSatisfy(metric -> assertThat(metric.getData().getPoints()).hasSizeLessThan(2_000));
    assertThat(last.mostValuesOf(TestLedger.TENANT)).isLessThanOrEqualTo(201);
    assertThat(last.usdBy(Names.FEATURE)).hasSizeLessThanOrEqualTo(101);
    assertThat(last.usdBy(Names.REQUEST_MODEL)).hasSizeLessThanOrEqualTo(101);
    assertThat(last.allUsd()).isEqualByComparingTo("6000"); // 60 × 10,000 × 0.01
    last = new Collected(List.of());
    long with = TestLedger.heldBytes();
    ledger.close();
    ledger = null;
    assertThat(with - TestLedger.heldBytes()).isLessThan(16 << 20);
  }

  @Test
  void aFloodOfWorthlessCallsTakesNoNameFromWhoPays() {
    try (TestLedger ledger =
        TestLedger.cumulative(TelemetrySettings.builder("1").maxTenants(5))) {
      for (int minute = 0; minute < 5; minute++) {
        for (int tenant = 0; tenant < 5; tenant++) {
          ledger.call("tenant-" + tenant, 1, "0.001");
        }
        for (int i = 0; i < PER_SECOND; i++) {
          ledger.call("free-" + i % 7, 1, "0");
        }
        ledger.collectAfterMinutes(1);
      }

      assertThat(ledger.collect().usdBy(TestLedger.TENANT))
          .containsOnlyKeys("tenant-0", "tenant-1", "tenant-2", "tenant-3", "tenant-4", "other");
    }
  }

  @Test
  void longEmptyAndUnprintableValuesAreCutCleanedAndNeverLogged() {
    try (CapturedLog log = new CapturedLog(Failures.class);
        TestTelemetry telemetry =
            TestTelemetry.setup().sampler(Sampler.alwaysOff()).build()) {
      for (String value :
          new String[] {MEGABYTE, "", " \u0007\r\n", "\u0000a\u001bb\u009f", "other"}) {
        RequestFacts request = RequestFacts.builder().model(value).build();
        Context payer = TestTelemetry.paidBy(value, value);
        telemetry.call(Calls.chat(request, payer), Calls.answer(1, 1));
        telemetry.call(Calls.chat(request, payer), Calls.refused(Outcome.ERROR, value));
        telemetry.calls().actions().acted(payer, value);
      }

      assertThat(telemetry.metrics())
          .flatExtracting(HostileLabelsTest::values)
          .allSatisfy(value -> assertThat(value)
              .hasSizeLessThanOrEqualTo(128)
              .isNotBlank()
              .matches(text -> text.chars().noneMatch(Character::isISOControl)));
      assertThat(log.messages()).noneMatch(message -> message.contains("xxx"));
    }
  }

  private static Collection<String> values(MetricData metric) {
    return metric.getData().getPoints().stream()
        .flatMap(point -> point.getAttributes().asMap().values().stream())
        .map(Objects::toString)
        .toList();
  }
}
