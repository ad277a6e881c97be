package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Texts that are taken out of JSON while it passes. */
class TakenTextTest {

  private final List<String> taken = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<String> parsed = new ArrayList<>();

  @Property(tries = 1000)
  void isWhatWasWrittenWhereverItIsCut(@ForAll String written, @ForAll long seed) {
    String whole = wellFormed(written);
    Random random = new Random(seed);
    read("{\"before\":\"b\",\"text\":" + json(whole, random) + ",\"after\":\"a\"}", seed);

    assertThat(taken).containsExactly(whole);
    assertThat(parsed).containsExactly("b", "a");
  }

  @Test
  void isTakenInListsAndBesideOtherThings() {
    read(
        "{\"text\":[\"one\",2,\"two\",{\"text\":\"not this\"},[\"nor this\"]],\"text\":null,"
            + "\"after\":\"a\",\"text\":\"three\"}",
        1);

    assertThat(taken).containsExactly("one", "two", "three");
    assertThat(parsed).containsExactly("a");
  }

  @Test
  void isReplacedWhereItIsNoUtf8() {
    byte[] json = "{\"text\":\"a??b\",\"after\":\"a\"}".getBytes(UTF_8);
    json[10] = (byte) 0xE2;
    json[11] = (byte) 0x82;

    read(json, 1);

    assertThat(taken).containsExactly("a\uFFFDb");
    assertThat(parsed).containsExactly("a");
  }

  @Test
  void endsWithItsDocument() {
    JsonPushReader<TakenTextTest> reader = reader();
    feed(reader, "{\"text\":\"cut o");
    reader.next();
    feed(reader, "{\"text\":\"whole\",\"after\":\"a\"}");

    assertThat(taken).containsExactly("cut owhole");
    assertThat(parsed).containsExactly("a");
  }

  private void read(String json, long seed) {
    read(json.getBytes(UTF_8), seed);
  }

  private void read(byte[] json, long seed) {
    taken.clear();
    parsed.clear();
    JsonPushReader<TakenTextTest> reader = reader();
    Pieces.of(json, seed, reader::feed);
    assertThat(reader.isClosed()).isTrue();
    assertThat(reader.next()).isTrue();
  }

  private JsonPushReader<TakenTextTest> reader() {
    JsonShape<TakenTextTest> shape = JsonShape.<TakenTextTest>object()
        .text("before", (test, value) -> test.parsed.add(value))
        .text("after", (test, value) -> test.parsed.add(value))
        .taken("text", TakenTextTest::sink)
        .child("text", JsonShape.takenTexts(TakenTextTest::sink));
    return JsonPushReader.taking(shape, this);
  }

  private static void feed(JsonPushReader<TakenTextTest> reader, String json) {
    byte[] bytes = json.getBytes(UTF_8);
    reader.feed(bytes, 0, bytes.length);
  }

  private TextSink sink() {
    return new TextSink() {
      @Override
      public void take(char[] chars, int from, int to) {
        text.append(chars, from, to - from);
      }

      @Override
      public void end() {
        taken.add(text.toString());
        text.setLength(0);
      }
    };
  }

  /** Half a character cannot be written as UTF-8. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  /** Escaped at random where it need not be. */
  private static String json(String text, Random random) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean half = Character.isSurrogate(c);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c == '\n') {
        json.append("\\n");
      } else if (c < ' ' || (!half && random.nextInt(9) == 0)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
