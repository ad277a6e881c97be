package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  private final List<String> lines = new ArrayList<>();

  @Test
  void everyLineThatIsNotEmptyIsAnEvent() {
    assertThat(split("a\n\r\nbc\r\n\n d \n")).containsExactly("a", "bc", " d ");
  }

  @Test
  void lastLineMayLackItsBreak() {
    assertThat(split("a\nb")).containsExactly("a", "b");
    assertThat(split("")).isEmpty();
    assertThat(split("\n\n")).isEmpty();
  }

  @Test
  void everyPlaceMayBeTheCut() {
    String text = "a\r\nbc\n\nd";

    for (int cut = 0; cut <= text.length(); cut++) {
      assertThat(split(text.substring(0, cut), text.substring(cut)))
          .containsExactly("a", "bc", "d");
    }
  }

  private List<String> split(String... pieces) {
    lines.clear();
    LineSplitter splitter = new LineSplitter(new Collector());
    for (String piece : pieces) {
      byte[] bytes = piece.getBytes(UTF_8);
      splitter.feed(bytes, 0, bytes.length);
    }
    splitter.endOfInput();
    return List.copyOf(lines);
  }

  private final class Collector implements EventSplitter.Listener {

    private final StringBuilder line = new StringBuilder();

    @Override
    public void data(byte[] bytes, int from, int to) {
      line.append(new String(bytes, from, to - from, UTF_8));
    }

    @Override
    public void eventEnds() {
      lines.add(line.toString());
      line.setLength(0);
    }
  }
}
