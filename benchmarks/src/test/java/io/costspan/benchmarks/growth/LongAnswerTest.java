package io.costspan.benchmarks.growth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LongAnswerTest {
  @Test
  void hasAHeadAPieceOverAndOverAndATail() throws IOException {
    assertThat(new String(new LongAnswer("<", "ab", ">", 9).readAllBytes(), UTF_8))
        .isEqualTo("<ababab>");
  }

  @Test
  void isReadTheSameInPartsOfAnySize() throws IOException {
    for (int size = 1; size < 10; size++) {
      LongAnswer answer = new LongAnswer("head", "piece", "tail", 30);
      StringBuilder read = new StringBuilder();
      for (byte[] some = answer.readNBytes(size); some.length > 0; some = answer.readNBytes(size)) {
        read.append(new String(some, UTF_8));
      }
      assertThat(read).hasToString("headpiecepiecepiecepiecetail");
    }
  }

  @Test
  void isOfAsManyKbAsAreAskedFor() throws IOException {
    for (LongAnswers answers : new LongAnswers[] {LongAnswers.oneText(), LongAnswers.chunks()}) {
      answers.growTo(100);

      assertThat((long) answers.call()).isBetween(100 * 1_024 - 500L, 100 * 1_024L);
    }
  }
}
