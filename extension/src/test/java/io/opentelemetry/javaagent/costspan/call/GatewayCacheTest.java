package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway that answers from its cache asks no provider, and nothing is billed. */
class GatewayCacheTest {

  /** gpt-4.1-mini: 1,000 × 0.40 + 100 × 1.60 USD per million = 0.00056 USD. */
  private static final String BODY =
      "{\"model\":\"gpt-4.1-mini\",\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}";

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  @ParameterizedTest
  @CsvSource({
    "x-litellm-cache-hit, True, response",
    "x-litellm-cache-key, 3a7f, response",
    "Helicone-Cache, HIT, response",
    "cf-aig-cache-status, HIT, response",
    "x-portkey-cache-status, HIT, response",
    "x-portkey-cache-status, SEMANTIC HIT, semantic",
  })
  void aHitCostsNothingAndSavesTheWhole(String header, String value, String kind) {
    Attributes span = call(Map.of("content-type", "application/json", header, value), BODY);

    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isZero();
    assertThat(span.get(stringKey("gen_ai.usage.cost.source"))).isEqualTo("provider");
    assertThat(span.get(booleanKey("llm.cache.hit"))).isTrue();
    assertThat(span.get(stringKey("llm.cache.kind"))).isEqualTo(kind);
    assertThat(span.get(doubleKey("llm.cache.saved"))).isEqualTo(0.00056);
    assertThat(calls.sumOf("llm.cost")).isZero();
    assertThat(calls.sumOf("llm.cache.saved")).isEqualTo(0.00056);
  }

  @ParameterizedTest
  @CsvSource({
    "x-litellm-cache-hit, False",
    "helicone-cache, MISS",
    "cf-aig-cache-status, MISS",
    "x-portkey-cache-status, MISS",
    "x-portkey-cache-status, SEMANTIC MISS",
    "x-portkey-cache-status, REFRESH",
  })
  void aMissIsBilled(String header, String value) {
    Attributes span = call(Map.of("content-type", "application/json", header, value), BODY);

    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(0.00056);
    assertThat(span.get(booleanKey("llm.cache.hit"))).isFalse();
    assertThat(span.get(stringKey("llm.cache.kind"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "x-portkey-cache-status, DISABLED",
    "cf-aig-cache-status, BYPASS",
    "helicone-cache, ''",
  })
  void aGatewayThatAskedNoCacheSaysNothing(String header, String value) {
    Attributes span = call(Map.of("content-type", "application/json", header, value), BODY);

    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(0.00056);
    assertThat(span.get(booleanKey("llm.cache.hit"))).isNull();
  }

  @Test
  void nobodyKnowsWhatAHitSavesForAModelWithoutAPrice() {
    Attributes span = call(
        Map.of("content-type", "application/json", "helicone-cache", "HIT"),
        BODY.replace("gpt-4.1-mini", "house-model-1"));

    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isZero();
    assertThat(span.get(doubleKey("llm.cache.saved"))).isNull();
  }

  @Test
  void whatAnEarlierCallReadFromThePromptCacheDoesNotCountAgain() {
    Attributes span = call(
        Map.of("content-type", "application/json", "helicone-cache", "HIT"),
        BODY.replace("}}", ",\"prompt_tokens_details\":{\"cached_tokens\":600}}}"));

    assertThat(span.get(stringKey("llm.cache.kind"))).isEqualTo("response");
    assertThat(calls.sumOf("llm.cache.lookups")).isEqualTo(1);
    // (400 × 0.40 + 600 × 0.10 + 100 × 1.60) / 1e6
    assertThat(span.get(doubleKey("llm.cache.saved"))).isEqualTo(0.00038);
  }

  @Test
  void aPromptThatWasCachedIsAHitEvenWhereTheGatewaysCacheMissed() {
    Attributes span = call(
        Map.of("content-type", "application/json", "helicone-cache", "MISS"),
        BODY.replace("}}", ",\"prompt_tokens_details\":{\"cached_tokens\":600}}}"));

    assertThat(span.get(stringKey("llm.cache.kind"))).isEqualTo("prompt");
    assertThat(calls.sumOf("llm.cache.lookups")).isEqualTo(2);
  }

  private Attributes call(Map<String, String> head, String json) {
    LlmCall call = LlmCalls.begin(FakeRequest.chatAt("https://gateway.example.com/"));
    call.leaveThread();
    call.headers(200, Heads.of(head));
    call.bytes(json.getBytes(UTF_8), 0, json.length());
    call.closed();
    return calls.spans().get(calls.spans().size() - 1).getAttributes();
  }
}
