package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Seen through the reader: what is left out is never missed. */
class LeftOutStructureTest {

  @Test
  void whatStandsInStringsIsNoBracket() {
    assertThat(read("{\"x\":[\"]}\\\"]\",{\"}\":\"\\\\\"}],\"text\":\"a\"}")).containsExactly("a");
  }

  @Test
  void aStructureThatDoesNotEndLeavesTheValueOpen() {
    JsonPushReader<List<String>> reader = new JsonPushReader<>(shape(), new ArrayList<>());
    byte[] json = "{\"text\":\"a\",\"x\":[{\"text\":\"b\"}".getBytes(UTF_8);
    reader.feed(json, 0, json.length);

    assertThat(reader.isClosed()).isFalse();
    assertThat(reader.next()).isFalse();
  }

  @Test
  void theWrongClosingBracketIsMalformed() {
    JsonPushReader<List<String>> reader = new JsonPushReader<>(shape(), new ArrayList<>());
    byte[] json = "{\"x\":[1},\"text\":\"a\"}".getBytes(UTF_8);
    reader.feed(json, 0, json.length);

    assertThat(reader.isMalformed()).isTrue();
  }

  @Test
  void whatTheLastValueLeftUnfinishedIsForgotten() {
    List<String> seen = new ArrayList<>();
    JsonPushReader<List<String>> reader = new JsonPushReader<>(shape(), seen);
    byte[] broken = "{\"x\":{\"y\":\"\\".getBytes(UTF_8);
    byte[] json = "{\"x\":{\"y\":\"z\"},\"text\":\"a\"}".getBytes(UTF_8);
    reader.feed(broken, 0, broken.length);
    assertThat(reader.next()).isFalse();
    reader.feed(json, 0, json.length);

    assertThat(reader.next()).isTrue();
    assertThat(seen).containsExactly("a");
  }

  @Test
  void depthIsNoMatter() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(read("{\"x\":" + deep + ",\"text\":\"a\"}")).containsExactly("a");
  }

  /** Against a reader that leaves nothing out. */
  @Property(tries = 1000)
  void readsTheSameInAnyCut(@ForAll("documents") String json, @ForAll long seed) {
    byte[] bytes = json.getBytes(UTF_8);
    List<String> all = new ArrayList<>();
    JsonPushReader<List<String>> noting = JsonPushReader.noting(shape(), all);
    noting.feed(bytes, 0, bytes.length);
    List<String> seen = new ArrayList<>();
    JsonPushReader<List<String>> reader = new JsonPushReader<>(shape(), seen);
    Pieces.of(bytes, seed, reader::feed);

    assertThat(seen).isEqualTo(all);
    assertThat(reader.isClosed()).isEqualTo(noting.isClosed()).isTrue();
    assertThat(reader.next()).isEqualTo(noting.next()).isTrue();
  }

  @Provide
  Arbitrary<String> documents() {
    return objects(3);
  }

  private static Arbitrary<String> objects(int depth) {
    Arbitrary<String> name = Arbitraries.of("text", "object", "list", "x", "y", "]", "\\\"", "é");
    return Combinators.combine(name, values(depth))
        .as((key, value) -> "\"" + key + "\" :" + value)
        .list()
        .ofMaxSize(5)
        .map(members -> "{" + String.join(", ", members) + "}");
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> scalars = Arbitraries.of(
        "1",
        "-2.5e-3",
        "null",
        "true",
        "\"\"",
        "\"}\"",
        "\"[{\"",
        "\"\\\\\"",
        "\"\\\"]\\u005d\"",
        "\"" + "x\\\"".repeat(200) + "\"",
        "[" + "1,".repeat(40) + "2]");
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> arrays = values(depth - 1)
        .list()
        .ofMaxSize(4)
        .map(elements -> "[ " + String.join(",", elements) + "]");
    return Arbitraries.oneOf(scalars, objects(depth - 1), arrays);
  }

  private static List<String> read(String json) {
    List<String> seen = new ArrayList<>();
    JsonPushReader<List<String>> reader = new JsonPushReader<>(shape(), seen);
    byte[] bytes = json.getBytes(UTF_8);
    reader.feed(bytes, 0, bytes.length);
    assertThat(reader.next()).isTrue();
    return seen;
  }

  private static JsonShape<List<String>> shape() {
    JsonShape<List<String>> inner = JsonShape.<List<String>>object()
        .begin(seen -> seen.add("begin"))
        .text("text", (seen, text) -> seen.add("inner " + text))
        .end(seen -> seen.add("end"));
    return JsonShape.<List<String>>object()
        .text("text", (seen, text) -> seen.add(text))
        .child("object", inner)
        .child("list", JsonShape.arrayOf(inner));
  }
}
