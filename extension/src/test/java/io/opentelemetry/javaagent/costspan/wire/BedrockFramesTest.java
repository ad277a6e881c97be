package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Bedrock's streams as a general client gets them, in frames that AWS's own library has made. */
class BedrockFramesTest {

  private static final WireFormat CONVERSE = WireFormats.named("bedrock.converse");
  private static final WireFormat INVOKE = WireFormats.named("bedrock.invoke");

  private static final byte[] CONVERSED = joined(
      event("messageStart", "{\"p\":\"abcd\",\"role\":\"assistant\"}"),
      event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"H\u00e9\"}}"),
      event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"llo\"}}"),
      event("messageStop", "{\"stopReason\":\"end_turn\"}"),
      event(
          "metadata",
          "{\"metrics\":{\"latencyMs\":551},\"usage\":{\"inputTokens\":1000,\"outputTokens\":100,"
              + "\"cacheReadInputTokens\":200,\"totalTokens\":1300}}"));

  private static final byte[] INVOKED = joined(
      chunk("{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"usage\":"
          + "{\"input_tokens\":1000,\"output_tokens\":1}}}"),
      chunk("{\"type\":\"content_block_delta\",\"delta\":{\"text\":\"\u00e9\u20ac\"}}"),
      chunk("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
          + "\"usage\":{\"output_tokens\":100}}"),
      chunk("{\"type\":\"message_stop\",\"amazon-bedrock-invocationMetrics\":"
          + "{\"inputTokenCount\":1000,\"outputTokenCount\":100}}"));

  @Test
  void everyCutOfAConversationSaysTheSame() {
    for (int cut = 0; cut <= CONVERSED.length; cut++) {
      ResponseReader reader = read(CONVERSE, CONVERSED, cut);
      Usage usage = reader.facts().usage();

      assertThat(usage.of(Count.INPUT)).as("cut at %s", cut).isEqualTo(1200); // 1000 + 200 cached
      assertThat(usage.of(Count.OUTPUT)).isEqualTo(100);
      assertThat(usage.status()).isEqualTo(UsageStatus.MEASURED);
      assertThat(reader.facts().finishReasons()).containsExactly("end_turn");
      assertThat(reader.chunks()).isEqualTo(2);
      assertThat(reader.isComplete()).isTrue();
    }
  }

  @Test
  void everyCutOfAModelsOwnStreamSaysTheSame() {
    for (int cut = 0; cut <= INVOKED.length; cut++) {
      ResponseReader reader = read(INVOKE, INVOKED, cut);

      assertThat(reader.facts().usage().of(Count.INPUT)).as("cut at %s", cut).isEqualTo(1000);
      assertThat(reader.facts().usage().of(Count.OUTPUT)).isEqualTo(100);
      assertThat(reader.facts().usage().status()).isEqualTo(UsageStatus.MEASURED);
      assertThat(reader.facts().id()).isEqualTo("msg_1");
      assertThat(reader.chunks()).isEqualTo(1);
      assertThat(reader.malformed()).isZero();
      assertThat(reader.isComplete()).isTrue();
    }
  }

  @Test
  void byteByByteIsTheSame() {
    ResponseReader reader = INVOKE.responseReader(true);
    for (int i = 0; i < INVOKED.length; i++) {
      reader.feed(INVOKED, i, 1);
    }

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().usage().of(Count.OUTPUT)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bedrock.converse", "bedrock.invoke"})
  void anExceptionEndsTheStream(String format) {
    byte[] broken = joined(
        event("contentBlockDelta", "{\"delta\":{\"text\":\"H\"}}"),
        frame(
            Map.of(":message-type", "exception", ":exception-type", "throttlingException"),
            "{\"message\":\"Too many requests\"}"));
    ResponseReader reader = read(WireFormats.named(format), broken, 1);

    assertThat(reader.facts().errorType()).isEqualTo("throttlingException");
    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.malformed()).isZero();
  }

  @Test
  void anErrorThatIsNoExceptionHasACode() {
    byte[] broken = frame(
        Map.of(":message-type", "error", ":error-code", "InternalError", ":error-message", "Oh"),
        "");

    assertThat(read(CONVERSE, broken, 5).facts().errorType()).isEqualTo("InternalError");
  }

  @Test
  void anErrorsCodeIsATextWhateverStandsInIt() {
    byte[] broken = frame(Map.of(":message-type", "error", ":error-code", "a\"b\\c"), "");
    ResponseReader reader = read(CONVERSE, broken, 5);

    assertThat(reader.facts().errorType()).isEqualTo("a\"b\\c");
    assertThat(reader.malformed()).isZero();
  }

  /** Every type of header, and a message that no client knows. */
  @Test
  void whatIsNotAskedForIsPassedOver() {
    Map<String, HeaderValue> headers = new HashMap<>();
    headers.put("yes", HeaderValue.fromBoolean(true));
    headers.put("byte", HeaderValue.fromByte((byte) 7));
    headers.put("short", HeaderValue.fromShort((short) 7));
    headers.put("int", HeaderValue.fromInteger(7));
    headers.put("long", HeaderValue.fromLong(7));
    headers.put("bytes", HeaderValue.fromByteArray(new byte[300]));
    headers.put("time", HeaderValue.fromTimestamp(Instant.EPOCH));
    headers.put("uuid", HeaderValue.fromUuid(new UUID(1, 2)));
    headers.put(":message-type", HeaderValue.fromString("event"));
    byte[] stream = joined(
        frame(Map.of(":message-type", "sign-of-life"), "{}"),
        bytes(new Message(headers, "{\"stopReason\":\"end_turn\"}".getBytes(UTF_8))),
        CONVERSED);
    ResponseReader reader = read(CONVERSE, stream, 400);

    assertThat(reader.facts().finishReasons()).containsExactly("end_turn");
    assertThat(reader.facts().usage().of(Count.INPUT)).isEqualTo(1200);
    assertThat(reader.malformed()).isZero();
  }

  @Test
  void whatIsCutOffIsNeitherCompleteNorMalformed() {
    byte[] cutOff = Arrays.copyOf(CONVERSED, CONVERSED.length - 20);
    ResponseReader reader = read(CONVERSE, cutOff, 9);

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.malformed()).isZero();
    assertThat(reader.facts().usage().status()).isEqualTo(UsageStatus.ABSENT);
  }

  @Test
  void nothingIsReadAfterLengthsThatCannotBe() {
    byte[] broken = joined(event("messageStart", "{}"), new byte[12], CONVERSED);
    ResponseReader reader = read(CONVERSE, broken, 3);

    assertThat(reader.malformed()).isEqualTo(1);
    assertThat(reader.facts().usage().status()).isEqualTo(UsageStatus.ABSENT);
  }

  @Test
  void noChangedByteMakesAReaderThrow() {
    for (byte[] stream : new byte[][] {CONVERSED, INVOKED}) {
      for (int at = 0; at < stream.length; at++) {
        byte[] changed = stream.clone();
        changed[at] ^= (byte) 0x81;

        assertThat(read(INVOKE, changed, at).chunks()).isBetween(0L, 9L);
      }
    }
  }

  private static ResponseReader read(WireFormat format, byte[] stream, int cut) {
    ResponseReader reader = format.responseReader(true);
    reader.feed(stream, 0, cut);
    reader.feed(stream, cut, stream.length - cut);
    reader.endOfInput();
    return reader;
  }

  private static byte[] chunk(String json) {
    String base64 = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    return event("chunk", "{\"p\":\"abcdef\",\"bytes\":\"" + base64 + "\"}");
  }

  private static byte[] event(String type, String payload) {
    return frame(
        Map.of(
            ":event-type", type,
            ":content-type", "application/json",
            ":message-type", "event"),
        payload);
  }

  private static byte[] frame(Map<String, String> headers, String payload) {
    Map<String, HeaderValue> values = new HashMap<>();
    headers.forEach((name, value) -> values.put(name, HeaderValue.fromString(value)));
    return bytes(new Message(values, payload.getBytes(UTF_8)));
  }

  private static byte[] bytes(Message message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.encode(out);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
