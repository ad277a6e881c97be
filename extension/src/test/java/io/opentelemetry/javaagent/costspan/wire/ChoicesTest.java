package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChoicesTest {

  private final Choices choices = new Choices();

  @Test
  void keepsTheReasonsOf128ChoicesHoweverManyAStreamNames() {
    for (int i = 0; i < 10_000; i++) {
      ends(i, "stop");
    }

    assertThat(choices.reasons()).hasSize(128);
  }

  @Test
  void laterReasonOfAChoiceReplacesTheEarlierInItsPlace() {
    ends(1, "a");
    ends(0, "b");
    ends(1, "c");

    assertThat(choices.reasons()).containsExactly("c", "b");
  }

  @Test
  void choiceWithoutAReasonHasNotEnded() {
    choices.begin();
    choices.end();

    assertThat(choices.hasReasons()).isFalse();
    assertThat(choices.count()).isEqualTo(1);
  }

  private void ends(int index, String reason) {
    choices.begin();
    choices.index(index);
    choices.reason(reason);
    choices.end();
  }
}
