package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import org.junit.jupiter.api.Test;

/** What the golden payloads of the smaller formats do not show. */
class OtherFormatsTest {

  private static final WireFormat CONVERSE = WireFormats.named("bedrock.converse");
  private static final WireFormat INVOKE = WireFormats.named("bedrock.invoke");
  private static final WireFormat OLLAMA = WireFormats.named("ollama.chat");
  private static final WireFormat IMAGES = WireFormats.named("openai.images");
  private static final WireFormat TRANSCRIPTION = WireFormats.named("openai.transcription");
  private static final WireFormat EMBED = WireFormats.named("cohere.embed");
  private static final WireFormat DASHSCOPE = WireFormats.named("dashscope.chat");
  private static final WireFormat OCR = WireFormats.named("mistral.ocr");

  @Test
  void dashScopeNamesAnErrorByItsCode() {
    String error = "{\"code\":\"InvalidParameter\",\"message\":\"no\",\"request_id\":\"r\"}";

    assertThat(Recorded.readJson(DASHSCOPE, error).facts().errorType())
        .isEqualTo("InvalidParameter");
    ResponseReader stream = Recorded.readAbandonedStream(
        DASHSCOPE, "id:1\nevent:error\n:HTTP_STATUS/400\ndata:" + error + "\n\n");
    assertThat(stream.facts().errorType()).isEqualTo("InvalidParameter");
    assertThat(stream.isComplete()).isTrue();
  }

  @Test
  void dashScopeIsAskedForAStreamInAHeader() {
    assertThat(dashScopeRequest("enable").isStreaming()).isTrue();
    assertThat(dashScopeRequest(null).isStreaming()).isFalse();
  }

  @Test
  void converseStreamMayNameItsEvents() {
    ResponseReader reader = Recorded.readStream(CONVERSE, """
        {"messageStart":{"role":"assistant"}}
        {"contentBlockDelta":{"contentBlockIndex":0,"delta":{"text":"Blue"}}}
        {"messageStop":{"stopReason":"end_turn"}}
        {"metadata":{"usage":{"inputTokens":3,"outputTokens":4,"totalTokens":7},"serviceTier":{"type":"flex"}}}
        """);

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.chunks()).isEqualTo(1);
    assertThat(reader.facts().terms().serviceTier()).isEqualTo("flex");
    assertThat(reader.facts().finishReasons()).containsExactly("end_turn");
    assertThat(reader.facts().usage()).hasToString("measured INPUT=3 OUTPUT=4");
  }

  @Test
  void optimisedLatencyIsASpeedOfItsOwn() {
    assertThat(speed("optimized")).isEqualTo("optimized");
    assertThat(speed("standard")).isNull();
  }

  @Test
  void bodyComesBeforeBedrocksMetrics() {
    ResponseReader reader = Recorded.readStream(INVOKE, """
        {"type":"message_start","message":{"usage":{"input_tokens":365,"output_tokens":1}}}
        {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":60}}
        {"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":365,"outputTokenCount":41}}
        """);

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().usage()).hasToString("measured INPUT=365 OUTPUT=60");
  }

  @Test
  void metricsCountWhereTheBodyIsSilent() {
    Usage usage = Recorded.readStream(INVOKE, """
        {"text":"Blue","finish_reason":"COMPLETE","amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":7,"cacheReadInputTokenCount":20,"cacheWriteInputTokenCount":30}}
        """).facts().usage();

    assertThat(usage).hasToString("measured INPUT=55 OUTPUT=7 CACHE_READ=20 CACHE_WRITE=30");
  }

  @Test
  void bodyWithoutCountsHasNone() {
    assertThat(usage(INVOKE, "{\"outputs\":[{\"text\":\"Blue\",\"stop_reason\":\"stop\"}]}"))
        .hasToString("absent");
  }

  @Test
  void novaStreamsItsUsageAtTheEnd() {
    ResponseReader reader = Recorded.readStream(INVOKE, """
        {"contentBlockDelta":{"delta":{"text":"Blue"},"contentBlockIndex":0}}
        {"messageStop":{"stopReason":"end_turn"}}
        {"metadata":{"usage":{"inputTokens":9,"outputTokens":4,"cacheReadInputTokenCount":90,"cacheWriteInputTokenCount":0}}}
        """);

    assertThat(reader.chunks()).isEqualTo(1);
    assertThat(reader.facts().usage())
        .hasToString("measured INPUT=99 OUTPUT=4 CACHE_READ=90 CACHE_WRITE=0");
  }

  @Test
  void ollamaStreamsUnlessItIsToldNotToOrEmbeds() {
    byte[] request = "{\"model\":\"m\"}".getBytes(UTF_8);
    RequestReader chat = OLLAMA.requestReader("/api/chat");
    RequestReader embeddings = OLLAMA.requestReader("/api/embed");

    chat.feed(request, 0, request.length);
    embeddings.feed(request, 0, request.length);

    assertThat(chat.facts().isStreaming()).isTrue();
    assertThat(embeddings.facts().isStreaming()).isFalse();
    assertThat(embeddings.facts().model()).isEqualTo("m");
  }

  @Test
  void ollamaIsPartialUntilItIsDone() {
    ResponseReader reader = Recorded.readStream(OLLAMA, "{\"model\":\"m\",\"done\":false}\n");

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.chunks()).isEqualTo(1);
    assertThat(reader.facts().localServer()).isEqualTo("ollama");
    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @Test
  void ollamasEmbeddingsHaveNoOutput() {
    assertThat(usage(OLLAMA, "{\"model\":\"m\",\"embeddings\":[[0.1]],\"prompt_eval_count\":8}"))
        .hasToString("measured INPUT=8");
  }

  @Test
  void imagesWithoutAnyHaveNoCount() {
    assertThat(usage(IMAGES, "{\"created\":1,\"data\":[]}")).hasToString("absent");
    assertThat(usage(IMAGES, "{\"data\":[{\"url\":\"a\"}")).hasToString("absent");
    assertThat(usage(IMAGES, "{\"data\":[{}],\"data\":[{},{}]}")).hasToString("measured IMAGES=2");
  }

  @Test
  void secondsAreRoundedUpToMilliseconds() {
    assertThat(seconds("27")).hasToString("measured AUDIO_INPUT_MILLIS=27000");
    assertThat(seconds("0.0001")).hasToString("measured AUDIO_INPUT_MILLIS=1");
    assertThat(seconds("0")).hasToString("measured AUDIO_INPUT_MILLIS=0");
    assertThat(seconds("-1")).hasToString("absent");
    assertThat(seconds("1e30")).hasToString("absent");
    assertThat(seconds("1e999999999")).hasToString("absent");
  }

  @Test
  void billedTokensOfImagesStandBesideTheOthers() {
    assertThat(usage(EMBED, billed("\"input_tokens\":3,\"image_tokens\":20")))
        .hasToString("measured INPUT=23 IMAGE_INPUT=20");
    assertThat(usage(EMBED, billed("\"images\":2.0"))).hasToString("measured INPUT_IMAGES=2");
  }

  @Test
  void annotatedImagesMakeThePagesAnnotated() {
    assertThat(usage(
            OCR,
            "{\"pages\":[{\"images\":[{\"image_annotation\":\"{}\"}]}],"
                + "\"usage_info\":{\"pages_processed\":3}}"))
        .hasToString("measured ANNOTATED_PAGES=3");
  }

  private static String speed(String latency) {
    return Recorded.readJson(CONVERSE, "{\"performanceConfig\":{\"latency\":\"" + latency + "\"}}")
        .facts()
        .terms()
        .speed();
  }

  private static Usage seconds(String seconds) {
    return usage(TRANSCRIPTION, "{\"usage\":{\"type\":\"duration\",\"seconds\":" + seconds + "}}");
  }

  private static String billed(String units) {
    return "{\"meta\":{\"billed_units\":{" + units + "}}}";
  }

  private static Usage usage(WireFormat format, String json) {
    return Recorded.readJson(format, json).facts().usage();
  }

  private static RequestFacts dashScopeRequest(String stream) {
    RequestReader reader = DASHSCOPE.requestReader("");
    reader.head(name -> name.equalsIgnoreCase("x-dashscope-sse") ? stream : null);
    byte[] body = "{\"model\":\"qwen-plus\",\"parameters\":{\"max_tokens\":7}}".getBytes(UTF_8);
    reader.feed(body, 0, body.length);
    return reader.facts();
  }
}
