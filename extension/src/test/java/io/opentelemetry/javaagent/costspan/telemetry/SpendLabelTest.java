package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpendLabelTest {

  @Test
  void whoComesGetsANameWhileThereIsRoom() {
    SpendLabel label = new SpendLabel(2);

    assertThat(label.of("a", 1)).isEqualTo("a");
    assertThat(label.of("b", 1)).isEqualTo("b");
    assertThat(label.of("c", 1)).isEqualTo("other");
    assertThat(label.of("a", 1)).isEqualTo("a");
    assertThat(label.folded()).isEqualTo(1);
  }

  @Test
  void aNameGoesToWhoeverSpendsTwiceOfTheLeast() {
    SpendLabel label = new SpendLabel(2);
    label.of("large", 100);
    label.of("small", 10);
    label.of("new", 20);

    assertThat(rotate(label)).isFalse();
    label.of("new", 1);

    assertThat(rotate(label)).isTrue();
    assertThat(label.of("large", 1)).isEqualTo("large");
    assertThat(label.of("new", 1)).isEqualTo("new");
    assertThat(label.of("small", 1)).isEqualTo("other");
  }

  @Test
  void whoLostANameHasToSpendTwiceToGetItBack() {
    SpendLabel label = new SpendLabel(1);
    label.of("a", 10);
    label.of("b", 21);
    rotate(label);

    label.of("a", 42);
    assertThat(rotate(label)).isFalse();
    label.of("a", 1);
    assertThat(rotate(label)).isTrue();
    assertThat(label.of("a", 1)).isEqualTo("a");
  }

  @Test
  void equalsNeverTakeTurns() {
    SpendLabel label = new SpendLabel(10);
    for (int minute = 0; minute < 1_000; minute++) {
      for (int i = 0; i < 30; i++) {
        label.of("tenant-" + i, 7);
      }
      assertThat(label.dismiss(0.9)).isFalse();
    }
  }

  @Test
  void largeSumsOfThePastStandInNobodysWay() {
    SpendLabel label = new SpendLabel(2);
    label.of("yesterday", 1_000_000);
    label.of("today", 5_000_000);
    label.dismiss(1e-6); // twenty half-lives
    for (int i = 0; i < 30; i++) {
      label.of("new", 100);
      label.of("today", 100);
    }

    assertThat(rotate(label)).isTrue();
    assertThat(label.of("new", 1)).isEqualTo("new");
    assertThat(label.of("today", 1)).isEqualTo("today");
  }

  @Test
  void aFewCallsAreNoReasonToForgetThePast() {
    SpendLabel label = new SpendLabel(1);
    label.of("yesterday", 1_000_000);
    label.dismiss(1e-6); // twenty half-lives
    for (int i = 0; i < 16; i++) {
      label.of("new", 100);
    }

    assertThat(rotate(label)).isFalse();
  }

  @Test
  void ofThoseThatAreOutspentTheSmallestSumMoves() {
    SpendLabel label = new SpendLabel(2);
    label.of("idle", 5_000_000);
    label.dismiss(1e-6); // twenty half-lives
    for (int i = 0; i < 30; i++) {
      label.of("small", 1);
      label.of("new", 1_000);
    }

    assertThat(rotate(label)).isTrue();
    assertThat(label.of("idle", 1)).isEqualTo("idle");
    assertThat(label.of("small", 1)).isEqualTo("other");
  }

  @Test
  void whatTheBoundMeansIsNoName() {
    SpendLabel label = new SpendLabel(2);

    assertThat(label.of("other", 5)).isEqualTo("other");
    assertThat(label.of("unknown", 5)).isEqualTo("unknown");
    assertThat(label.of(null, 5)).isEqualTo("unknown");
    assertThat(label.of("\t ", 5)).isEqualTo("unknown");
    assertThat(label.of("a\nb", 5)).isEqualTo("ab");
    assertThat(label.of("ab", 5)).isEqualTo("ab");
    assertThat(label.shows("other")).isTrue();
    assertThat(label.folded()).isZero();
  }

  @Test
  void unknownIsOneOfTheNamesAndKeepsIt() {
    SpendLabel label = new SpendLabel(2);
    label.of(null, 0);
    label.of("small", 10);
    label.of("large", 1_000);
    label.of("larger", 10_000);

    assertThat(rotate(label)).isTrue();
    assertThat(label.of(null, 0)).isEqualTo("unknown");
    assertThat(label.of("larger", 1)).isEqualTo("larger");
    assertThat(label.of("large", 1)).isEqualTo("other");
  }

  @Test
  void unknownThatComesLateGetsTheNameOfWhoSpendsLeast() {
    SpendLabel label = new SpendLabel(2);
    label.of("large", 1_000);
    label.of("small", 10);

    assertThat(label.of(null, 0)).isEqualTo("other");
    assertThat(rotate(label)).isTrue();

    assertThat(label.of(null, 0)).isEqualTo("unknown");
    assertThat(label.of("large", 1)).isEqualTo("large");
    assertThat(label.of("small", 1)).isEqualTo("other");
    assertThat(label.folded()).isEqualTo(2);
  }

  @Test
  void longValuesAreCutAndAreOneValue() {
    SpendLabel label = new SpendLabel(1);
    String megabyte = "x".repeat(1 << 20);

    assertThat(label.of(megabyte, 1)).isEqualTo("x".repeat(128));
    assertThat(label.of(megabyte + "y", 1)).isEqualTo("x".repeat(128));
  }

  /** No half-life has passed. */
  private static boolean rotate(SpendLabel label) {
    boolean dismissed = label.dismiss(1);
    label.appoint();
    return dismissed;
  }

  @Test
  void theSketchNeverCreditsMoreThanWasSpent() {
    Candidates candidates = new Candidates(16);
    Map<String, Integer> weights = Map.of("a", 100, "b", 50, "c", 3);
    for (int round = 0; round < 100; round++) {
      weights.forEach(candidates::offer);
      for (int i = 0; i < 100; i++) {
        candidates.offer("passing-" + round + "-" + i, 1);
      }
    }

    assertThat(candidates.above(200)).first().satisfies(most -> {
      assertThat(most.value()).isEqualTo("a");
      assertThat(most.spent()).isBetween(9_000.0, 10_000.0); // 100 × 100, less the first ones
    });
    assertThat(candidates.above(0))
        .allSatisfy(each -> assertThat(each.spent())
            .isLessThanOrEqualTo(100.0 * weights.getOrDefault(each.value(), 1)));
  }
}
