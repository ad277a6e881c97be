package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedEventsTest {

  private static final String CHUNK =
      "{\"id\":\"c1\",\"created\":17,\"choices\":[{\"delta\":{\"content\":\"so\"}}],\"usage\":null}";

  /** What stands in a chunk at one place or another; what is malformed too. */
  private static final String[] TEXTS = {
    "so", "", " it is", "\\n", "\\\"", "\\u00e4", "ä日😀", "x".repeat(300), "\\x", "\\ud8", "\u0001"
  };

  private static final String[] IDS = {"\"c1\"", "\"c1\"", "\"c1\"", "\"c2\"", "null", "7"};
  private static final String[] REASONS = {"null", "null", "null", "null", "\"stop\"", "\"len\""};
  private static final String[] NUMBERS = {"1", "2", "345", "0", "-1", "01", "1.5", "1e3", "1 2"};
  private static final String[] USAGES = {
    "null", "null", "null", "null", "{\"prompt_tokens\":3,\"completion_tokens\":4}"
  };

  @Test
  void aChunkWithAnotherTextAndTimeRepeats() {
    assertThat(repeats(CHUNK, CHUNK)).isTrue();
    assertThat(repeats(CHUNK, CHUNK.replace("\"so\"", "\"\\u00e4 日 \\\"\""))).isTrue();
    assertThat(repeats(CHUNK, CHUNK.replace("17", "1899"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "c1, c2",
    "null, 1",
    "content, refusal",
    "created, model",
    "17, 1.5",
    "17, 017",
    "17, -17",
    "17, null",
    "17, '18 '",
    "}], }}",
  })
  void whatMayMeanSomethingElseDoesNot(String part, String other) {
    assertThat(CHUNK).contains(part);
    assertThat(repeats(CHUNK, CHUNK.replace(part, other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x", "\\u12", "\\u12g4", "\u0001", "\"", "a\",\"b\":\"c"})
  void aTextThatAParserMayRefuseDoesNot(String text) {
    assertThat(repeats(CHUNK, CHUNK.replace("so", text))).isFalse();
  }

  @Test
  void brokenUtf8DoesNot() {
    byte[] broken = CHUNK.getBytes(UTF_8);
    broken[CHUNK.indexOf("so")] = (byte) 0xE4;

    assertThat(learnt(CHUNK).has("", broken, 0, broken.length)).isFalse();
  }

  @Test
  void anEventOfAnotherNameDoesNot() {
    byte[] same = CHUNK.getBytes(UTF_8);

    assertThat(learnt(CHUNK).has("error", same, 0, same.length)).isFalse();
    assertThat(learnt(CHUNK).has("", same, 0, same.length)).isTrue();
  }

  /** Byte by byte no event is ever all here, so that all of them are parsed. */
  @Property(tries = 3000)
  void aStreamSaysWhatItSaysWhenAllOfItIsParsed(@ForAll long seed) {
    byte[] stream = stream(new Random(seed));
    ResponseReader whole = OpenAiChat.CHAT.responseReader(true);
    ResponseReader parsed = OpenAiChat.CHAT.responseReader(true);

    whole.feed(stream, 0, stream.length);
    for (int i = 0; i < stream.length; i++) {
      parsed.feed(stream, i, 1);
    }
    whole.endOfInput();
    parsed.endOfInput();

    assertThat(whole.facts()).usingRecursiveComparison().isEqualTo(parsed.facts());
    assertThat(whole.chunks()).isEqualTo(parsed.chunks());
    assertThat(whole.malformed()).isEqualTo(parsed.malformed());
    assertThat(whole.isComplete()).isEqualTo(parsed.isComplete());
    assertThat(whole.modelSoFar()).isEqualTo(parsed.modelSoFar());
  }

  private static byte[] stream(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String model = pick(random, "\"gpt-5\"", "\"gpt-4.1\"");
    for (int i = random.nextInt(12); i >= 0; i--) {
      String name = random.nextInt(15) == 0 ? "event: " + pick(random, "x", "error") + "\n" : "";
      String data = random.nextInt(20) == 0 ? pick(random, "", "[]", "{", "data") : chunk(random);
      String event = name + "data: " + data.replace("MODEL", model) + "\n\n";
      out.writeBytes(event.getBytes(UTF_8));
    }
    out.writeBytes(pick(random, "data: [DONE]\n\n", "", "data: {\"id\"").getBytes(UTF_8));
    return out.toByteArray();
  }

  private static String chunk(Random random) {
    boolean odd = random.nextInt(4) == 0;
    return "{\"id\":%s,\"created\":%s,\"model\":MODEL,\"choices\":[{\"index\":%s,\"delta\":{\"content\":\"%s\"},\"finish_reason\":%s}],\"usage\":%s}"
        .formatted(
            odd ? pick(random, IDS) : "\"c1\"",
            odd ? pick(random, NUMBERS) : Integer.toString(random.nextInt(1000)),
            odd ? pick(random, NUMBERS) : "0",
            pick(random, TEXTS),
            odd ? pick(random, REASONS) : "null",
            odd ? pick(random, USAGES) : "null");
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static boolean repeats(String first, String second) {
    byte[] event = second.getBytes(UTF_8);
    return learnt(first).has("", event, 0, event.length);
  }

  private static RepeatedEvents learnt(String event) {
    Reply reply = new Reply();
    JsonPushReader<Reply> json = JsonPushReader.noting(
        OpenAiChat.addTo(JsonShape.object()).child("usage", OpenAiTables.usage("p", "c")), reply);
    byte[] bytes = event.getBytes(UTF_8);
    RepeatedEvents repeated = RepeatedEvents.learning();
    repeated.has("", bytes, 0, bytes.length);
    json.feed(bytes, 0, bytes.length);
    repeated.learn("", json.ignored());
    repeated.letGo();
    assertThat(repeated.isLearnt()).isTrue();
    return repeated;
  }
}
