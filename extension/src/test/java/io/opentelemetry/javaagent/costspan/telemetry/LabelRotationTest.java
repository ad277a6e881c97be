package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.javaagent.costspan.telemetry.TestLedger.Collected;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader sees when a name goes to another value. */
class LabelRotationTest {

  private static TelemetrySettings.Builder names(int tenants) {
    return TelemetrySettings.builder("1").maxTenants(tenants);
  }

  @Test
  void aHeavyTenantThatComesLateHasItsNameAfterAMinuteOfTraffic() {
    try (TestLedger ledger = TestLedger.cumulative(names(200))) {
      for (int minute = 0; minute < 300; minute++) { // the table has been full for five hours
        for (int tenant = 0; tenant < 200; tenant++) {
          ledger.call("tenant-" + tenant, tenant < 10 ? 20 : 1, "0.01");
        }
        ledger.collectAfterMinutes(1);
      }

      // 2 USD a minute of 8: more than 190 of them spend, less than any of them has spent so far.
      ledger.call("late", 200, "0.01");
      assertThat(ledger.collectAfterMinutes(1).usdBy(TestLedger.TENANT)).doesNotContainKey("late");
      ledger.call("late", 1, "0.01");
      Collected after = ledger.collect();

      assertThat(after.usdBy(TestLedger.TENANT)).hasSize(201).containsKeys("late", "tenant-9");
      assertThat(after.usdBy(TestLedger.TENANT).get("late")).isEqualByComparingTo("0.01");
      // 300 × (10 × 20 + 190 × 1) × 0.01 + 201 × 0.01
      assertThat(after.allUsd()).isEqualByComparingTo("1172.01");
    }
  }

  @Test
  void theSumsOfWhoLosesItsNameMoveToTheOthersOnEveryCounter() {
    try (TestLedger ledger = TestLedger.cumulative(names(2))) {
      ledger.call("large", 10, "5");
      ledger.call("small", 3, "1");
      ledger.call(ledger.caller("small", "chat", "mystery"), TestLedger.unpriced());
      ledger.act("small");
      ledger.act("large");
      ledger.call("new", 4, "100");
      ledger.collect();
      ledger.call("new", 1, "7");
      ledger.act("new");
      Collected after = ledger.collect();

      assertThat(after.usdBy(TestLedger.TENANT))
          .containsOnly(
              Map.entry("large", new BigDecimal("50.0")),
              Map.entry("new", new BigDecimal("7.0")),
              Map.entry("other", new BigDecimal("403.0"))); // 3 × 1 + 4 × 100
      assertThat(after.longsBy("llm.requests", TestLedger.TENANT))
          .containsOnly(Map.entry("large", 10L), Map.entry("new", 1L), Map.entry("other", 8L));
      assertThat(after.longsBy("llm.tokens", TestLedger.TENANT))
          .containsOnly(Map.entry("large", 100L), Map.entry("new", 10L), Map.entry("other", 80L));
      assertThat(after.longsBy("llm.unpriced", TestLedger.TENANT))
          .containsOnly(Map.entry("other", 1L));
      assertThat(after.longsBy("llm.actions", TestLedger.TENANT))
          .containsOnly(Map.entry("large", 1L), Map.entry("new", 1L), Map.entry("other", 1L));
      assertThat(after.longsBy("llm.requests", Names.FEATURE))
          .containsOnly(Map.entry("search", 18L), Map.entry("chat", 1L));
      assertThat(after.longsBy("costspan.labels.folded", Names.LABEL))
          .containsOnly(Map.entry("tenant.id", 4L));
    }
  }

  @Test
  void whatIsUnpricedRanksByItsTokens() {
    try (TestLedger ledger = TestLedger.cumulative(names(1))) {
      ledger.call(ledger.caller("first", "f", "mystery"), TestLedger.unpriced());
      for (int i = 0; i < 3; i++) {
        ledger.call(ledger.caller("second", "f", "mystery"), TestLedger.unpriced());
      }
      ledger.collect();
      ledger.call(ledger.caller("second", "f", "mystery"), TestLedger.unpriced());

      assertThat(ledger.collect().longsBy("llm.requests", TestLedger.TENANT))
          .containsOnly(Map.entry("second", 1L), Map.entry("other", 4L));
    }
  }

  @Test
  void featuresAndModelsChangeHandsLikeTenants() {
    try (TestLedger ledger =
        TestLedger.cumulative(TelemetrySettings.builder("1").maxFeatures(1).maxModels(1))) {
      ledger.call(ledger.caller("acme", "f-1", "m-1"), TestLedger.priced("1"));
      ledger.call(ledger.caller("acme", "f-2", "m-2"), TestLedger.priced("10"));
      ledger.collect();
      ledger.call(ledger.caller("acme", "f-2", "m-2"), TestLedger.priced("10"));
      Collected after = ledger.collect();

      assertThat(after.usdBy(Names.FEATURE))
          .containsOnly(
              Map.entry("f-2", new BigDecimal("10.0")), Map.entry("other", new BigDecimal("11.0")));
      assertThat(after.usdBy(Names.REQUEST_MODEL))
          .containsOnly(
              Map.entry("m-2", new BigDecimal("10.0")), Map.entry("other", new BigDecimal("11.0")));
    }
  }

  @Test
  void sumsByTheOtherLabelsStayWhenACounterIsFull() {
    TelemetrySettings.Builder tight = names(3).maxSeries(100);
    try (TestLedger ledger = TestLedger.cumulative(tight)) {
      for (int tenant = 0; tenant < 3; tenant++) {
        for (int feature = 0; feature < 40; feature++) {
          ledger.call(ledger.caller("t-" + tenant, "f-" + feature, "m"), TestLedger.priced("1"));
        }
      }
      for (int i = 0; i < 100; i++) {
        ledger.call(ledger.caller("new", "f-0", "m"), TestLedger.priced("2"));
      }
      Collected before = ledger.collect();
      Collected after = ledger.collect();

      assertThat(before.usdBy(TestLedger.TENANT)).doesNotContainKey("new").hasSize(4);
      assertThat(after.usdBy(TestLedger.TENANT)).hasSize(3);
      assertThat(after.usdBy(Names.FEATURE)).isEqualTo(before.usdBy(Names.FEATURE));
      assertThat(after.series("llm.cost")).isLessThanOrEqualTo(before.series("llm.cost"));
      assertThat(after.allUsd()).isEqualByComparingTo("320"); // 3 × 40 × 1 + 100 × 2
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MERGE", "DROP"})
  void roomThatIsGivenBackIsUsedAgain(Rotation rotation) {
    TelemetrySettings.Builder tight = names(2).maxSeries(100).rotation(rotation);
    try (TestLedger ledger = TestLedger.cumulative(tight)) {
      ledger.call("large", 1, "1000000");
      for (int i = 0; i < 70; i++) {
        ledger.call("small-" + i, 40, "1");
        ledger.collectAfterMinutes(60);
        ledger.call("small-" + i, 1, "1");
      }
      Collected last = ledger.collect();

      assertThat(last.usdBy(TestLedger.TENANT)).containsOnlyKeys("large", "small-69", "other");
      assertThat(last.usdBy(Names.FEATURE)).containsOnlyKeys("search");
    }
  }

  @Test
  void deltasAddUpWhereNamesAreDropped() {
    try (TestLedger ledger = TestLedger.deltas(names(1).rotation(Rotation.DROP))) {
      ledger.call("first", 2, "1");
      ledger.call("second", 3, "2");
      Collected first = ledger.collect(); // the last of "first"
      ledger.call("first", 4, "3");
      ledger.call("second", 1, "4");
      Collected second = ledger.collect();
      ledger.call("first", 5, "5");
      Collected third = ledger.collect();
      ledger.call("first", 1, "5");
      Collected fourth = ledger.collect(); // "first" is back, from zero

      assertThat(first.usdBy(TestLedger.TENANT))
          .containsOnly(usd("first", "2.0"), usd("other", "6.0"));
      assertThat(second.usdBy(TestLedger.TENANT))
          .containsOnly(usd("second", "4.0"), usd("other", "12.0"));
      assertThat(third.usdBy(TestLedger.TENANT))
          .containsOnly(usd("second", "0.0"), usd("other", "25.0"));
      assertThat(fourth.usdBy(TestLedger.TENANT))
          .containsOnly(usd("first", "5.0"), usd("other", "0.0"));
    }
  }

  @Test
  void aReaderOfDeltasTakesWhatIsMergedForNew() {
    try (TestLedger ledger = TestLedger.deltas(names(1).rotation(Rotation.MERGE))) {
      ledger.call("first", 2, "1");
      ledger.call("second", 3, "2");
      ledger.collect();
      Map<Attributes, BigDecimal> second = ledger.collect().usd();

      // Nobody has called: this is why there is Rotation.DROP.
      assertThat(second.values()).containsExactly(new BigDecimal("2.0"));
    }
  }

  @Test
  void namesStayWhereSeveralReadersDiffer() {
    try (TestLedger ledger = TestLedger.cumulative(names(1).rotation(Rotation.NEVER))) {
      ledger.call("first", 1, "1");
      ledger.call("second", 100, "2");
      ledger.collect();
      ledger.call("second", 100, "2");

      assertThat(ledger.collect().usdBy(TestLedger.TENANT)).containsOnlyKeys("first", "other");
    }
  }

  private static Map.Entry<String, BigDecimal> usd(String tenant, String usd) {
    return Map.entry(tenant, new BigDecimal(usd));
  }
}
