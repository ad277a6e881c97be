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

  @Test
  void haveAllEndedOnlyWhenEachThatWasMentionedHas() {
    assertThat(choices.haveAllEnded()).isFalse();

    ends(1, "stop");
    assertThat(choices.haveAllEnded()).isTrue();

    Choices event = new Choices();
    event.begin();
    event.end();
    choices.add(event);
    assertThat(choices.haveAllEnded()).isFalse();

    ends(0, "stop");
    choices.add(event);
    assertThat(choices.haveAllEnded()).isTrue();
  }

  @Test
  void indexesThatNoProviderCanMeanAreNotWaitedFor() {
    for (long index : new long[] {-1, 128, Long.MAX_VALUE}) {
      choices.begin();
      choices.index(index);
      choices.end();
    }
    ends(0, "stop");

    assertThat(choices.haveAllEnded()).isTrue();
  }

  private void ends(int index, String reason) {
    choices.begin();
    choices.index(index);
    choices.reason(reason);
    choices.end();
  }
}
