package io.opentelemetry.javaagent.costspan.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void splitsInclusiveTotalsIntoDisjointLeaves() {
    Leaves leaves = Usage.builder()
        .set(Count.INPUT, 1_000)
        .set(Count.CACHE_READ, 400)
        .set(Count.CACHE_WRITE, 300)
        .set(Count.CACHE_WRITE_1H, 100)
        .set(Count.OUTPUT, 90)
        .set(Count.REASONING, 60)
        .build(UsageStatus.MEASURED)
        .leaves();

    assertThat(leaves.of(Leaf.INPUT)).isEqualTo(300); // 1000 − 400 − 300
    assertThat(leaves.of(Leaf.CACHE_READ)).isEqualTo(400);
    assertThat(leaves.of(Leaf.CACHE_WRITE_5M)).isEqualTo(200); // 300 − 100
    assertThat(leaves.of(Leaf.CACHE_WRITE_1H)).isEqualTo(100);
    assertThat(leaves.of(Leaf.OUTPUT)).isEqualTo(30); // 90 − 60
    assertThat(leaves.of(Leaf.REASONING)).isEqualTo(60);
    assertThat(leaves.isConsistent()).isTrue();
  }

  @Test
  void aCountThatWasNotReportedIsAbsentAndNotZero() {
    Usage usage = Usage.builder().set(Count.INPUT, 0).build(UsageStatus.MEASURED);

    assertThat(usage.reports(Count.INPUT)).isTrue();
    assertThat(usage.of(Count.INPUT)).isZero();
    assertThat(usage.reports(Count.OUTPUT)).isFalse();
    assertThatThrownBy(() -> usage.of(Count.OUTPUT)).hasMessage("OUTPUT was not reported");
  }

  @Test
  void usageWithoutAnyCountIsAbsentWhateverItsStatus() {
    assertThat(Usage.builder().build(UsageStatus.MEASURED).status()).isEqualTo(UsageStatus.ABSENT);
  }

  @Test
  void countsThatContradictEachOtherGiveZeroAndSaySo() {
    Leaves leaves = Usage.builder()
        .set(Count.INPUT, 10)
        .set(Count.CACHE_READ, 12)
        .build(UsageStatus.MEASURED)
        .leaves();

    assertThat(leaves.isConsistent()).isFalse();
    assertThat(leaves.of(Leaf.INPUT)).isZero();
    assertThat(leaves.of(Leaf.CACHE_READ)).isEqualTo(12);
  }

  @Test
  void negativeCountsAreNoCounts() {
    assertThat(Usage.builder().set(Count.INPUT, -5).isEmpty()).isTrue();
  }

  @Property
  void leavesAreNeverNegativeAndAddUpWhenConsistent(
      @ForAll @LongRange(min = 0, max = 2_000_000) long input,
      @ForAll @LongRange(min = 0, max = 2_000_000) long cacheRead,
      @ForAll @LongRange(min = 0, max = 2_000_000) long cacheWrite,
      @ForAll @LongRange(min = 0, max = 2_000_000) long cacheWrite1h) {
    Leaves leaves = Usage.builder()
        .set(Count.INPUT, input)
        .set(Count.CACHE_READ, cacheRead)
        .set(Count.CACHE_WRITE, cacheWrite)
        .set(Count.CACHE_WRITE_1H, cacheWrite1h)
        .build(UsageStatus.MEASURED)
        .leaves();

    for (Leaf leaf : Leaf.values()) {
      assertThat(leaves.of(leaf)).isNotNegative();
    }
    if (leaves.isConsistent()) {
      assertThat(leaves.inputTokens()).isEqualTo(input);
    }
  }
}
