package io.opentelemetry.javaagent.costspan.call;

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

/** What decides a price and stands in the request alone. */
class LeftToTheRequestTest {

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  /** USD per image, OpenAI's list: 0.04 and 0.08 for DALL-E 3, 0.02 and 0.016 for DALL-E 2. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"model\":\"dall-e-3\",\"prompt\":\"a cat\"}`, 0.04",
        "`{\"model\":\"dall-e-3\",\"quality\":\"hd\",\"size\":\"1024x1024\"}`, 0.08",
        "`{\"model\":\"dall-e-3\",\"size\":\"1024x1792\"}`, 0.08",
        "`{\"model\":\"dall-e-2\",\"n\":1}`, 0.02",
        "`{\"model\":\"dall-e-2\",\"size\":\"256x256\"}`, 0.016",
      })
  void imagesHaveAPriceBySizeAndQuality(String request, double usd) {
    Attributes span = call(
        "v1/images/generations", request, "{\"created\":1,\"data\":[{\"url\":\"https://x\"}]}");

    assertThat(span.get(stringKey("gen_ai.operation.name"))).isEqualTo("image_generation");
    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(usd);
  }

  @Test
  void anImageOfASizeThatHasNoPriceIsUnpriced() {
    Attributes span = call(
        "v1/images/generations",
        "{\"model\":\"dall-e-3\",\"size\":\"7x7\"}",
        "{\"data\":[{\"url\":\"https://x\"}]}");

    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isNull();
    assertThat(span.get(stringKey("llm.unpriced.reason"))).isEqualTo("no_price_for_unit");
  }

  @Test
  void speechIsBilledByTheCharactersThatWereSent() {
    // tts-1: 15 USD for a million characters; "Grüße, 😀!" has nine.
    Attributes span = call(
        "v1/audio/speech",
        "{\"model\":\"tts-1\",\"input\":\"Gr\\u00fc\u00dfe, \\ud83d\\ude00!\",\"voice\":\"alloy\"}",
        "\u0000\u0001 no JSON, sound");

    assertThat(span.get(stringKey("gen_ai.operation.name"))).isEqualTo("speech");
    assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("estimated");
    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(0.000135);
  }

  @Test
  void speechThatIsRefusedCostsNothing() {
    Attributes span =
        call(400, "v1/audio/speech", "{\"model\":\"tts-1\",\"input\":\"Hi\"}", "{\"error\":{}}");

    assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("absent");
    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isNull();
    assertThat(span.get(stringKey("llm.unpriced.reason"))).isNull();
  }

  @Test
  void moderationsAreFreeAndNoGapInTheBill() {
    Attributes span = call(
        "v1/moderations",
        "{\"model\":\"omni-moderation-latest\",\"input\":\"x\"}",
        "{\"id\":\"modr-1\",\"model\":\"omni-moderation-latest\",\"results\":[{}]}");

    assertThat(span.get(stringKey("gen_ai.operation.name"))).isEqualTo("moderation");
    assertThat(span.get(stringKey("gen_ai.response.id"))).isEqualTo("modr-1");
    assertThat(span.get(stringKey("llm.unpriced.reason"))).isNull();
    assertThat(calls.sumOf("llm.unpriced")).isZero();
  }

  @Test
  void completionsOfTheOldKindAreBilledAsChatIs() {
    // gpt-3.5-turbo-instruct: (100 × 1.50 + 10 × 2.00) / 1e6
    Attributes span = call(
        "v1/completions",
        "{\"model\":\"gpt-3.5-turbo-instruct\",\"prompt\":\"x\"}",
        "{\"id\":\"cmpl-1\",\"model\":\"gpt-3.5-turbo-instruct\",\"choices\":[{\"text\":\"y\","
            + "\"index\":0,\"finish_reason\":\"length\"}],"
            + "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":10}}");

    assertThat(span.get(stringKey("gen_ai.operation.name"))).isEqualTo("text_completion");
    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(0.00017);
  }

  @Test
  void azuresDeploymentIsTheModelAskedForAndNotTheOneBilled() {
    Attributes span = call(
        "openai/deployments/our-best/chat/completions",
        "{\"messages\":[]}",
        "{\"model\":\"gpt-4.1-mini\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}");

    assertThat(span.get(stringKey("gen_ai.request.model"))).isEqualTo("our-best");
    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(0.00056);
  }

  private Attributes call(String path, String request, String response) {
    return call(200, path, request, response);
  }

  private Attributes call(int status, String path, String request, String response) {
    LlmCall call = LlmCalls.begin(new FakeRequest("POST", path, request));
    call.leaveThread();
    call.headers(status, Heads.of(Map.of("content-type", "application/json")));
    byte[] bytes = response.getBytes(UTF_8);
    call.bytes(bytes, 0, bytes.length);
    call.endOfBody();
    return calls.onlySpan().getAttributes();
  }
}
