package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPushReaderTest {

  private final List<String> seen = new ArrayList<>();
  private final JsonPushReader<List<String>> reader = new JsonPushReader<>(shape(), seen);

  @Test
  void handsOverWhatIsWantedAndNothingElse() {
    read(
        "{\"x\":{\"text\":\"no\",\"integer\":1},\"text\":\"a\",\"y\":[{\"text\":\"no\"}],\"flag\":true,"
            + "\"integer\":7,\"number\":0.5,\"object\":{\"text\":\"inner\",\"object\":{\"text\":\"no\"}}}");

    assertThat(seen).containsExactly("a", "true", "7", "0.5", "begin", "inner", "end");
  }

  @Test
  void walksArraysOfObjectsAndOfTexts() {
    read("{\"list\":[{\"text\":\"a\"},5,\"no\",[{\"text\":\"no\"}],{\"text\":\"b\"}],"
        + "\"texts\":[\"c\",1,null,[\"no\"],{\"text\":\"no\"},\"d\"]}");

    assertThat(seen).containsExactly("element a", "element b", "c", "d");
  }

  @Test
  void ignoresValuesOfTheWrongType() {
    read(
        "{\"text\":1,\"integer\":\"1\",\"number\":\"1\",\"flag\":\"true\",\"object\":[{\"text\":\"no\"}],"
            + "\"list\":{\"text\":\"no\"},\"texts\":\"no\"}");
    read(
        "{\"text\":null,\"integer\":null,\"flag\":null,\"object\":null,\"text\":[\"no\"],\"text\":\"\"}");

    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.5", "9223372036854775808", "1e400", "123456789012345678901234567890", "1e17"})
  void ignoresNumbersThatAreNoLong(String number) {
    assertThat(read("{\"integer\":" + number + ",\"text\":\"on\"}")).isTrue();

    assertThat(seen).containsExactly("on");
  }

  @Test
  void readsIntegersOfAnyNotation() {
    read("{\"integer\":9223372036854775807}");
    read("{\"integer\":-3}");
    read("{\"integer\":12.0}");
    read("{\"integer\":1.2e3}");

    assertThat(seen).containsExactly("9223372036854775807", "-3", "12", "1200");
  }

  @Test
  void ignoresNumbersThatAreInfinite() {
    read("{\"number\":1e400,\"number\":-1e400,\"number\":3}");

    assertThat(seen).containsExactly("3.0");
  }

  @Test
  void readsOneValueAfterTheOther() {
    for (int i = 0; i < 1000; i++) {
      assertThat(read("{\"integer\":" + i + "}")).isTrue();
    }

    assertThat(seen).hasSize(1000).endsWith("999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{]",
        "[",
        "{\"text\"",
        "{\"text\":",
        "{\"text\":\"a",
        "{\"text\":\"a\\",
        "{\"text\":tru",
        "\"",
        "\"\\ud8",
        "nul",
        "nulll",
        "-",
        "01",
        "{} {",
        "{}x",
        "{\"text\":\"\t\"}",
        "/* */",
        "\u0000"
      })
  void readsOnAfterMalformedValues(String malformed) {
    assertThat(read(malformed)).isFalse();
    assertThat(read("{\"text\":\"on\"}")).isTrue();

    assertThat(seen).contains("on");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "[]",
        "1",
        "-1.5e3",
        "null",
        "true",
        "\"text\"",
        "[[[{}]]]",
        "\ufeff{}"
      })
  void acceptsAnyJsonValue(String json) {
    assertThat(read(json)).isTrue();
    assertThat(read("{\"text\":\"on\"}")).isTrue();

    assertThat(seen).containsExactly("on");
  }

  @Test
  void onlyTheFirstValueCounts() {
    read("{\"text\":\"a\"} {\"text\":\"b\"} \"c\"");
    read("[] {\"text\":\"b\"}");

    assertThat(seen).containsExactly("a");
  }

  @Test
  void valueIsClosedWithItsLastBracket() {
    feed("{\"object\":{}");
    assertThat(reader.isClosed()).isFalse();

    feed("}");
    assertThat(reader.isClosed()).isTrue();
  }

  @Test
  void nestsDeeplyButNotWithoutBound() {
    assertThat(read("{\"x\":" + "[".repeat(900) + "]".repeat(900) + ",\"text\":\"a\"}"))
        .isTrue();
    assertThat(read("{\"x\":" + "[".repeat(100_000))).isFalse();
    assertThat(read("{\"x\":" + "{\"x\":".repeat(100_000))).isFalse();
    assertThat(read("{\"text\":\"on\"}")).isTrue();

    assertThat(seen).containsExactly("a", "on");
  }

  @Test
  void readsPastLongStringsOfEveryKind() {
    String quotes = "\\\"".repeat(5_000);
    String backslashes = "\\\\".repeat(5_000);
    String surrogates = "\\ud83d\\ude00😀ö".repeat(2_000);
    read("{\"x\":\"" + quotes + "\",\"y\":[\"" + backslashes + "\"],\"z\":\"" + surrogates
        + "\",\"text\":\"a\"}");

    assertThat(seen).containsExactly("a");
  }

  @Test
  void decodesEscapesInNamesAndTexts() {
    read("{\"t\\u0065xt\":\"\\u00e4 \\ud83d\\ude00 \\\"\\\\\\/\\n 日本\"}");

    assertThat(seen).containsExactly("ä 😀 \"\\/\n 日本");
  }

  @Test
  void seesThatAFieldIsThereWhateverItsValue() {
    for (String value : new String[] {
      "null", "1", "true", "\"\"", "[[1],{}]", "{\"a\":[]}", "\"" + "x".repeat(999) + "\""
    }) {
      seen.clear();
      read("{\"there\":" + value + ",\"text\":\"on\",\"object\":{\"there\":1}}");

      assertThat(seen).containsExactly("there", "on", "begin", "end");
    }
  }

  @Test
  void readsDecimalsAsTheyAreWritten() {
    read("{\"decimal\":0.10}");
    read("{\"decimal\":-1.5e-7}");
    read("{\"decimal\":12345678901234567890123456789}");
    read("{\"decimal\":1e999999999}");
    read("{\"decimal\":\"1\"}");
    read("{\"decimal\":0." + "1".repeat(70) + "}");

    assertThat(seen).containsExactly("0.10", "-1.5E-7", "12345678901234567890123456789");
  }

  @Test
  void takesAListInThePlaceOfAnObjectThatMayBeOne() {
    JsonPushReader<List<String>> many = new JsonPushReader<>(
        JsonShape.<List<String>>object().text("text", List::add).orList(), seen);

    for (String json :
        new String[] {"{\"text\":\"a\"}", "[{\"text\":\"b\"},5,[],{\"text\":\"c\"}]"}) {
      many.feed(json.getBytes(UTF_8), 0, json.length());
      assertThat(many.isClosed()).isTrue();
      many.next();
    }

    assertThat(seen).containsExactly("a", "b", "c");
  }

  private boolean read(String json) {
    feed(json);
    return reader.next();
  }

  private void feed(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    reader.feed(bytes, 0, bytes.length);
  }

  private static JsonShape<List<String>> shape() {
    JsonShape<List<String>> object = JsonShape.<List<String>>object()
        .begin(seen -> seen.add("begin"))
        .text("text", List::add)
        .end(seen -> seen.add("end"));
    JsonShape<List<String>> element =
        JsonShape.<List<String>>object().text("text", (seen, text) -> seen.add("element " + text));
    return JsonShape.<List<String>>object()
        .text("text", List::add)
        .integer("integer", (seen, value) -> seen.add(Long.toString(value)))
        .number("number", (seen, value) -> seen.add(Double.toString(value)))
        .decimal("decimal", (seen, value) -> seen.add(value.toString()))
        .present("there", seen -> seen.add("there"))
        .flag("flag", (seen, value) -> seen.add(value.toString()))
        .child("object", object)
        .child("list", JsonShape.arrayOf(element))
        .child("texts", JsonShape.startsOfTexts(List::add));
  }
}
