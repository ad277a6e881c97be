package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventStreamSplitterTest {

  private static final String STREAM =
      "\ufeffdata: one\n\n: comment\nevent: error\ndata:two\r\n\r\ndata:  three\rdata\rdata:four ö\r\r"
          + "id: 7\nretry: 10\ndatax: no\nDATA: no\n\nevent: error\n\ndata\n\ndata: last";

  @Test
  void splitsIntoEvents() {
    assertThat(events("data: a\n\ndata: b\n\n")).containsExactly("a", "b");
  }

  @Test
  void linesEndWithLfCrOrCrlf() {
    assertThat(events("data: a\r\rdata: b\r\n\r\ndata: c\n\n")).containsExactly("a", "b", "c");
  }

  @Test
  void carriageReturnEndsAnEventAtOnce() {
    assertThat(eventsWithoutEnd("data: a\r\r")).containsExactly("a");
    assertThat(eventsWithoutEnd("data: a\r\n\r")).containsExactly("a");
  }

  @Test
  void onlyOneSpaceAfterTheColonIsNotData() {
    assertThat(events("data:a\n\ndata: a\n\ndata:  a\n\n")).containsExactly("a", "a", " a");
  }

  @Test
  void joinsDataLinesByALineBreak() {
    assertThat(events("data: a\nevent: x\ndata:\ndata\ndata: b\n\n")).containsExactly("x!a\n\n\nb");
  }

  @Test
  void ignoresCommentsOtherFieldsAndEventsWithoutData() {
    assertThat(events(": hi\n\nid: 1\nretry: 2\n\nevent: ping\n\nmydata: x\n\ndata2: y\n\n\n\n"))
        .isEmpty();
  }

  @Test
  void colonInTheDataIsData() {
    assertThat(events("data: a: b:c\n\n")).containsExactly("a: b:c");
  }

  @Test
  void ignoresAByteOrderMarkOnlyAtTheStart() {
    assertThat(events("\ufeffdata: a\n\n\ufeffdata: b\n\ndata: c\n\n")).containsExactly("a", "c");
    assertThat(events("\ufeff\n\ndata: a\n\n")).containsExactly("a");
  }

  @Test
  void knowsTheNamesOfEvents() {
    assertThat(events("event: error\ndata: a\n\ndata: b\n\nevent:error\r\ndata: c\r\n\r\n"
            + "event: errors\ndata: d\n\nevent: error\nevent: x\ndata: e\n\n"
            + "event: response.error\ndata: f\n\n"))
        .containsExactly("error!a", "b", "error!c", "errors!d", "x!e", "response.error!f");
  }

  @Test
  void nameMayComeAfterTheDataAndLongOnesAreCutOff() {
    assertThat(events("data: a\nevent: b\n\nevent: " + "n".repeat(300) + "\ndata: c\n\n"))
        .containsExactly("b!a", "n".repeat(64) + "!c");
  }

  @Test
  void endOfInputEndsTheLastEvent() {
    assertThat(events("data: a")).containsExactly("a");
    assertThat(events("data: a\n")).containsExactly("a");
    assertThat(eventsWithoutEnd("data: a\n")).isEmpty();
  }

  @Property(tries = 300)
  void splitsTheSameInAnyCut(@ForAll long seed) {
    Seen seen = new Seen();
    Pieces.of(STREAM.getBytes(UTF_8), seed, seen.splitter::feed);
    seen.splitter.endOfInput();

    assertThat(seen.events).containsExactly("one", "error!two", " three\n\nfour ö", "", "last");
  }

  private static List<String> events(String stream) {
    Seen seen = new Seen();
    byte[] bytes = stream.getBytes(UTF_8);
    seen.splitter.feed(bytes, 0, bytes.length);
    seen.splitter.endOfInput();
    return seen.events;
  }

  private static List<String> eventsWithoutEnd(String stream) {
    Seen seen = new Seen();
    byte[] bytes = stream.getBytes(UTF_8);
    seen.splitter.feed(bytes, 0, bytes.length);
    return seen.events;
  }

  private static final class Seen implements EventStreamSplitter.Listener {

    private final EventStreamSplitter splitter = new EventStreamSplitter(this);
    private final List<String> events = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    @Override
    public void data(byte[] bytes, int from, int to) {
      data.write(bytes, from, to - from);
    }

    @Override
    public void eventEnds() {
      events.add((splitter.eventName().isEmpty() ? "" : splitter.eventName() + "!")
          + data.toString(UTF_8));
      data.reset();
    }
  }
}
