package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiGenerateContentTest {

  private static final WireFormat GEMINI = WireFormats.named("gemini.generate_content");

  @Test
  void arrayOfChunksIsReadLikeTheStream() {
    ResponseReader reader = Recorded.readJson(
        GEMINI,
        "[" + chunk("", 1, "webSearchQueries\":[\"a\"]") + ","
            + chunk("\"finishReason\":\"STOP\",", 5, "webSearchQueries\":[\"a\",\"b\"]") + "]");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().model()).isEqualTo("gemini-3.5-flash");
    assertThat(reader.facts().id()).isEqualTo("r");
    assertThat(reader.facts().finishReasons()).containsExactly("STOP");
    assertThat(reader.facts().usage())
        .hasToString("measured INPUT=10 OUTPUT=5 GROUNDING_QUERIES=2 GROUNDED_PROMPTS=1");
  }

  @Test
  void queriesAreCountedOnceOverTheWholeStream() {
    ResponseReader reader = Recorded.readStream(
        GEMINI,
        "data: " + chunk("", 1, "webSearchQueries\":[\"a\",\" \",\"b\"]") + "\n\ndata: "
            + chunk("\"finishReason\":\"STOP\",", 5, "webSearchQueries\":[\"b\"]") + "\n\n");

    assertThat(reader.chunks()).isEqualTo(2);
    assertThat(reader.facts().usage())
        .hasToString("measured INPUT=10 OUTPUT=5 GROUNDING_QUERIES=2 GROUNDED_PROMPTS=1");
  }

  @Test
  void sourcesTellOfGroundingToo() {
    assertThat(usage(chunk("", 5, "groundingChunks\":[{\"web\":{\"uri\":\"u\"}}]")))
        .hasToString("measured INPUT=10 OUTPUT=5 GROUNDED_PROMPTS=1");
    assertThat(usage(chunk("", 5, "groundingChunks\":[{\"maps\":{\"placeId\":\"p\"}}]")))
        .hasToString("measured INPUT=10 OUTPUT=5 OTHER_TOOL_CALLS=1");
    assertThat(usage(chunk("", 5, "groundingChunks\":[{\"retrievedContext\":{}}]")))
        .hasToString("measured INPUT=10 OUTPUT=5");
    assertThat(usage(chunk("", 5, "webSearchQueries\":[]")))
        .hasToString("measured INPUT=10 OUTPUT=5");
  }

  @Test
  void keepsABoundedNumberOfQueries() {
    String queries = IntStream.range(0, 5000)
        .mapToObj(i -> "\"query " + i + "\"")
        .collect(Collectors.joining(",", "webSearchQueries\":[", "]"));

    assertThat(usage(chunk("", 5, queries)).toString()).contains("GROUNDING_QUERIES=256 ");
  }

  @Test
  void totalsAreRightWhereTheModalitiesAddUpToMore() {
    Usage usage = usage("""
        {"usageMetadata":{"promptTokenCount":100,"cachedContentTokenCount":50,"candidatesTokenCount":10,
        "promptTokensDetails":[{"modality":"AUDIO","tokenCount":80},{"modality":"IMAGE","tokenCount":80}],
        "cacheTokensDetails":[{"modality":"AUDIO","tokenCount":90}],
        "candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":99}]}}
        """);

    assertThat(usage)
        .hasToString("measured INPUT=100 OUTPUT=10 CACHE_READ=50 AUDIO_INPUT=80 IMAGE_INPUT=20"
            + " AUDIO_CACHE_READ=50 IMAGE_OUTPUT=10");
    assertThat(usage.leaves().isConsistent()).isTrue();
  }

  @Test
  void outputThatIsNotItemisedIsInTheTotal() {
    assertThat(usage("{\"usageMetadata\":{\"promptTokenCount\":10,\"totalTokenCount\":10}}"))
        .hasToString("measured INPUT=10 OUTPUT=0 TOTAL=10");
    assertThat(usage("{\"usageMetadata\":{\"promptTokenCount\":10,\"candidatesTokenCount\":1,"
            + "\"totalTokenCount\":16}}"))
        .hasToString("measured INPUT=10 OUTPUT=6 TOTAL=16 REASONING=5");
    assertThat(usage("{\"usageMetadata\":{\"promptTokenCount\":10}}"))
        .hasToString("partial INPUT=10");
  }

  @ParameterizedTest
  @CsvSource({
    "serviceTier, standard, standard",
    "serviceTier, FLEX, flex",
    "serviceTier, priority, priority",
    "serviceTier, SERVICE_TIER_UNSPECIFIED,",
    "trafficType, ON_DEMAND, standard",
    "trafficType, ON_DEMAND_FLEX, flex",
    "trafficType, ON_DEMAND_PRIORITY, priority",
    "trafficType, PROVISIONED_THROUGHPUT, provisioned_throughput",
    "trafficType, TRAFFIC_TYPE_UNSPECIFIED,",
  })
  void tellsTheTierInOneVocabulary(String field, String value, String tier) {
    String json = "{\"usageMetadata\":{\"" + field + "\":\"" + value + "\"}}";

    assertThat(Recorded.readJson(GEMINI, json).facts().terms().serviceTier()).isEqualTo(tier);
  }

  @Test
  void blockedPromptTellsWhy() {
    String json = "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},"
        + "\"usageMetadata\":{\"promptTokenCount\":10,\"totalTokenCount\":10}}";
    ResponseFacts inStream =
        Recorded.readStream(GEMINI, "data: " + json + "\n\n").facts();

    assertThat(inStream.finishReasons()).containsExactly("SAFETY");
    assertThat(inStream.usage()).hasToString("measured INPUT=10 OUTPUT=0 TOTAL=10");
  }

  @Test
  void lastEventWithoutCountsForgetsNone() {
    ResponseReader reader = Recorded.readStream(
        GEMINI,
        "data: " + chunk("\"finishReason\":\"STOP\",", 5, "x\":1")
            + "\n\ndata: {\"usageMetadata\":{\"trafficType\":\"ON_DEMAND\"}}\n\n");

    assertThat(reader.facts().usage()).hasToString("measured INPUT=10 OUTPUT=5");
  }

  @Test
  void errorTellsItsStatusElseItsCode() {
    String error = "{\"error\":{\"code\":429,\"message\":\"?\",\"status\":\"RESOURCE_EXHAUSTED\"}}";

    assertThat(Recorded.readJson(GEMINI, error).facts().errorType())
        .isEqualTo("RESOURCE_EXHAUSTED");
    assertThat(Recorded.readJson(GEMINI, "[" + error + "]").facts().errorType())
        .isEqualTo("RESOURCE_EXHAUSTED");
    assertThat(Recorded.readJson(GEMINI, "{\"error\":{\"code\":429}}").facts().errorType())
        .isEqualTo("429");
  }

  private static String chunk(String reason, int output, String grounding) {
    return "{\"candidates\":[{\"content\":{}," + reason + "\"groundingMetadata\":{\"" + grounding
        + "},\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":10,\"candidatesTokenCount\":"
        + output + "},\"modelVersion\":\"gemini-3.5-flash\",\"responseId\":\"r\"}";
  }

  private static Usage usage(String json) {
    return Recorded.readJson(GEMINI, json).facts().usage();
  }
}
