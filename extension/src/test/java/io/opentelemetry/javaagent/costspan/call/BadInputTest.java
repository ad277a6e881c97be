package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever arrives: the call ends once, nothing is counted that was not said, nothing is held. */
class BadInputTest {

  private static final String[] PATHS = {
    "v1/chat/completions",
    "v1/completions",
    "v1/responses",
    "v1/embeddings",
    "v1/messages",
    "v1/images/generations",
    "v1/audio/transcriptions",
    "v1/moderations",
    "v1/models/m:generateContent",
    "model/m/converse",
    "model/m/invoke",
    "v2/chat",
    "v2/embed",
    "v2/rerank",
    "api/chat",
    "v1/ocr"
  };

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  static Stream<Arguments> bodies() {
    byte[] bad = {
      (byte) 0xC3, (byte) 0x28, (byte) 0xF0, (byte) 0x9F, (byte) 0x98, (byte) 0xFF, (byte) 0xED
    };
    String html = "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>";
    return Stream.of(
            Map.entry("empty", new byte[0]),
            Map.entry("an HTML page", html.getBytes(UTF_8)),
            Map.entry("truncated", "{\"id\":\"x\",\"usage\":{\"prompt_tokens\":1".getBytes(UTF_8)),
            Map.entry("wrong types", wrongTypes().getBytes(UTF_8)),
            Map.entry("a truncated event", ("data: {\"usage\":{").getBytes(UTF_8)),
            Map.entry("invalid UTF-8", bad),
            Map.entry("only white space", " \r\n\r\n \t".getBytes(UTF_8)),
            Map.entry("a number", "17".getBytes(UTF_8)),
            Map.entry("null", "null".getBytes(UTF_8)),
            Map.entry("many brackets", "[".repeat(100_000).getBytes(UTF_8)))
        .flatMap(body -> Stream.of("application/json", "text/event-stream", "text/html", "")
            .map(type -> Arguments.of(body.getKey(), type, body.getValue())));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("bodies")
  void countsNothingThatWasNotSaid(String what, String type, byte[] body) {
    for (String path : PATHS) {
      for (int cut : new int[] {1, body.length + 1}) {
        Attributes span = call(path, Map.of("content-type", type), body, cut, 1);

        assertThat(span.get(stringKey("llm.usage.status"))).as(path).isIn("absent", "partial");
        assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).as(path).isNull();
      }
    }
    for (String site : new String[] {"call", "wire", "end", "price", "usage"}) {
      assertThat(calls.failuresAt(site)).as(site).isZero();
    }
  }

  @Test
  void aHundredMegabytesAreNotHeld() {
    byte[] megabyte = "x".repeat(1 << 20).getBytes(UTF_8);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (String path : PATHS) {
      for (String opening : new String[] {"{\"text\":\"", "data: {\"text\":\"", ""}) {
        LlmCall call = begin(
            path,
            Map.of(
                "content-type",
                opening.startsWith("d") ? "text/event-stream" : "application/json"));
        call.bytes(opening.getBytes(UTF_8), 0, opening.length());
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
          call.bytes(megabyte, 0, megabyte.length);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        call.endOfBody();

        assertThat(allocated).as(path + " after " + opening).isLessThan(1 << 20);
      }
    }
  }

  @Test
  void aMegabyteOnOneLineOfAStreamIsReadOver() {
    String stream = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
        + "y".repeat(1 << 20)
        + "\"},\"finish_reason\":\"stop\"}]}\n\n"
        + "data: {\"model\":\"gpt-4.1-mini\",\"choices\":[],"
        + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}\n\ndata: [DONE]\n\n";

    Attributes span = call(
        "v1/chat/completions",
        Map.of("content-type", "text/event-stream"),
        stream.getBytes(UTF_8),
        1_000,
        1);

    // (1,000 × 0.40 + 100 × 1.60) / 1e6
    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(0.00056);
  }

  @Test
  void gzipIsUnpackedWhereNobodyBelowUsHas() throws IOException {
    byte[] json = answer();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json);
    }
    Map<String, String> head =
        Map.of("content-type", "application/json", "content-encoding", "gzip");

    assertThat(call("v1/chat/completions", head, packed.toByteArray(), 3, 1)
            .get(doubleKey("gen_ai.usage.cost.amount")))
        .isEqualTo(0.00056);
    assertThat(call("v1/chat/completions", head, json, 3, 1)
            .get(doubleKey("gen_ai.usage.cost.amount")))
        .isEqualTo(0.00056);
  }

  @Test
  void whatIsPackedInAnotherWayIsNotHeldAgainstTheCall() {
    Attributes span = call(
        "v1/chat/completions",
        Map.of("content-type", "application/json", "content-encoding", "br"),
        new byte[] {1, 2, 3, 4},
        1,
        1);

    assertThat(span.get(stringKey("llm.outcome"))).isEqualTo("success");
    assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("absent");
    assertThat(span.get(stringKey("llm.unpriced.reason"))).isEqualTo("no_usage");
    assertThat(calls.sumOf("llm.unpriced")).isEqualTo(1);
  }

  private Attributes call(String path, Map<String, String> head, byte[] body, int cut, int times) {
    LlmCall call = begin(path, head);
    int before = calls.spans().size();
    for (int at = 0; at < body.length; at += cut) {
      call.bytes(body, at, Math.min(cut, body.length - at));
    }
    for (int i = 0; i <= times; i++) {
      call.endOfBody();
    }
    assertThat(calls.spans().size()).isLessThanOrEqualTo(before + 1);
    return calls.spans().get(calls.spans().size() - 1).getAttributes();
  }

  private static LlmCall begin(String path, Map<String, String> head) {
    LlmCall call = LlmCalls.begin(new FakeRequest("POST", path, "{\"model\":\"gpt-4.1-mini\"}"));
    call.leaveThread();
    call.headers(200, Heads.of(head));
    return call;
  }

  private static byte[] answer() {
    return ("{\"model\":\"gpt-4.1-mini\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}")
        .getBytes(UTF_8);
  }

  private static String wrongTypes() {
    return "{\"id\":{},\"model\":[1],\"object\":7,\"choices\":{\"a\":[]},\"usage\":[{\"prompt_tokens\":"
        + "\"many\"}],\"usageMetadata\":\"x\",\"content\":3,\"candidates\":true,\"meta\":[],"
        + "\"data\":\"no\",\"prompt_eval_count\":\"9\",\"embedding\":{},\"metrics\":null,"
        + "\"usage_info\":5,\"results\":{},\"type\":[]}";
  }
}
