package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonElisionTest {

  @Test
  void leavesShortValuesAsTheyAre() {
    String json =
        "{\"a\":[1,-2.5e+3,true,null,\"\\\"\\u00e4ö\"],\"b\":{\"c\":\"" + "x".repeat(256) + "\"}}";

    assertThat(elided(json)).isEqualTo(json);
  }

  @Test
  void cutsLongStringsAndGoesOnBehindThem() {
    assertThat(elided("[\"" + "x".repeat(30_000) + "\",\"y\"]"))
        .isEqualTo("[\"" + "x".repeat(256) + "\",\"y\"]");
  }

  @Test
  void cutsLaterWhereMoreIsWanted() {
    String longest = "[\"" + "x".repeat(1024) + "\"]";

    assertThat(elided(longest, 1024)).isEqualTo(longest);
    assertThat(elided("[\"" + "x".repeat(1025) + "\",1]", 1024))
        .isEqualTo("[\"" + "x".repeat(1024) + "\",1]");
  }

  @Test
  void asksHowMuchIsWantedOnceTheStringIsKnown() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> askedAt = new ArrayList<>();
    JsonElision elision = new JsonElision((b, from, to) -> out.write(b, from, to - from), () -> {
      askedAt.add(out.size());
      return JsonElision.MAX_STRING_BYTES;
    });
    byte[] json = ("{\"short\":\"s\",\"a\":\"" + "x".repeat(400) + "\"}").getBytes(UTF_8);
    elision.feed(json, 0, json.length);

    assertThat(askedAt).containsExactly("{'short':'s','a':'".length() + 256);
  }

  @Test
  void saysWhichStringsItCut() {
    List<String> ends = new ArrayList<>();
    AtomicReference<JsonElision> elision = new AtomicReference<>();
    elision.set(new JsonElision(
        (b, from, to) -> {
          if (elision.get().isAtEndOfCutString()) {
            ends.add(new String(b, from, to - from, UTF_8));
          }
        },
        () -> JsonElision.MAX_STRING_BYTES));
    byte[] json =
        ("[\"" + "x".repeat(256) + "\",\"" + "x".repeat(257) + "\",\"y\"]").getBytes(UTF_8);
    elision.get().feed(json, 0, json.length);

    assertThat(ends).containsExactly("\"");
  }

  @Test
  void cutsLongFieldNamesToo() {
    assertThat(elided("{\"" + "x".repeat(300) + "\":1}"))
        .isEqualTo("{\"" + "x".repeat(256) + "\":1}");
  }

  @Test
  void findsTheEndOfALongStringBehindEscapes() {
    String tail = "\\\\\\\"\\u0022\\n";

    assertThat(elided("[\"" + "x".repeat(256) + tail + "\",1]"))
        .isEqualTo("[\"" + "x".repeat(256) + "\",1]");
  }

  @Test
  void cutsLongArraysOfNumbers() {
    assertThat(elided("{\"e\":[" + "0.25, ".repeat(3000) + "-1e-7],\"f\":[1,2]}"))
        .isEqualTo("{\"e\":[" + "0.25, ".repeat(15) + "0.25],\"f\":[1,2]}");
  }

  @Test
  void cutsEachOfManyArraysOfNumbers() {
    String array = "[" + "1,".repeat(20) + "1]";

    assertThat(elided("[" + (array + ",").repeat(20) + array + "]"))
        .isEqualTo(
            "[" + ("[" + "1,".repeat(15) + "1],").repeat(20) + "[" + "1,".repeat(15) + "1]]");
  }

  @Test
  void arrayThatGoesOnWithOtherThanNumbersStaysAnArray() {
    assertThat(elided("[" + "1,".repeat(40) + "{\"a\":[2]},3]"))
        .isEqualTo("[" + "1,".repeat(15) + "1,{\"a\":[2]},3]");
    assertThat(elided("[" + "1,".repeat(40) + "null]"))
        .isEqualTo("[" + "1,".repeat(15) + "1,null]");
  }

  @Test
  void leavesLongArraysOfOtherThanNumbersAlone() {
    String json = "[" + "{\"a\":1,\"b\":2},".repeat(100) + "\"x\"," + "true,".repeat(100) + "0]";

    assertThat(elided(json)).isEqualTo(json);
  }

  @Test
  void megabyteOfEmbeddingLeavesLessThanAKilobyte() {
    String base64 = "{\"embedding\":\"" + "Qk1vcm9uZw+/".repeat(90_000) + "\"}";
    String floats = "{\"embedding\":[" + "-0.0123456789,".repeat(80_000) + "1]}";

    assertThat(base64.length()).isGreaterThan(1_000_000);
    assertThat(floats.length()).isGreaterThan(1_000_000);
    assertThat(elided(base64)).hasSizeLessThan(1_000);
    assertThat(elided(floats)).hasSizeLessThan(1_000);
  }

  @Test
  void cutsBetweenCharactersWhereverTheLimitFalls() throws IOException {
    for (String character : new String[] {"ö", "☂", "😀", "\\n", "\\u00e4", "\\ud83d\\ude00"}) {
      for (int before = 240; before <= 256; before++) {
        String elided = elided("\"" + "x".repeat(before) + character.repeat(40) + "\"");

        String text = onlyText(elided);
        assertThat(text).startsWith("x".repeat(before)).doesNotContain("\ufffd");
        assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1))).isFalse();
        // two quotes, and beyond the limit what is left of a character: two escapes at most
        assertThat(elided.getBytes(UTF_8)).hasSizeBetween(2 + 256, 2 + 256 + 11);
      }
    }
  }

  @Property(tries = 300)
  void elidesTheSameInAnyCut(@ForAll("longish") String json, @ForAll long seed) {
    assertThat(new String(elidedInPieces(json.getBytes(UTF_8), seed), UTF_8))
        .isEqualTo(elided(json));
  }

  @Provide
  Arbitrary<String> longish() {
    Arbitrary<String> piece = Arbitraries.of(
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "\\",
        "\\\"",
        "\\ud83d\\ude00",
        "\\u12",
        "😀",
        "ö",
        "x".repeat(250),
        "1,".repeat(15),
        "-1.5e3",
        "null",
        " ");
    return piece.list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  private static String elided(String json) {
    return elided(json, JsonElision.MAX_STRING_BYTES);
  }

  private static String elided(String json, int maxStringBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = json.getBytes(UTF_8);
    elision(out, maxStringBytes).feed(bytes, 0, bytes.length);
    return out.toString(UTF_8);
  }

  private static byte[] elidedInPieces(byte[] bytes, long seed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pieces.of(bytes, seed, elision(out, JsonElision.MAX_STRING_BYTES)::feed);
    return out.toByteArray();
  }

  private static JsonElision elision(ByteArrayOutputStream out, int maxStringBytes) {
    return new JsonElision((b, from, to) -> out.write(b, from, to - from), () -> maxStringBytes);
  }

  private static String onlyText(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
      String text = parser.getText();
      assertThat(parser.nextToken()).isNull();
      return text;
    }
  }
}
