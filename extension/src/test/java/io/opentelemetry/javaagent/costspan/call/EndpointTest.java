package io.opentelemetry.javaagent.costspan.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1, api.openai.com, 443, openai",
    "https://eu.api.openai.com/v1, eu.api.openai.com, 443, openai",
    "https://acme.openai.azure.com/openai, acme.openai.azure.com, 443, azure.ai.openai",
    "https://api.anthropic.com, api.anthropic.com, 443, anthropic",
    "https://bedrock-runtime.eu-west-1.amazonaws.com, bedrock-runtime.eu-west-1.amazonaws.com, 443, aws.bedrock",
    "https://us-east5-aiplatform.googleapis.com/v1, us-east5-aiplatform.googleapis.com, 443, gcp.vertex_ai",
    "https://api.x.ai/v1, api.x.ai, 443, x_ai",
    "http://localhost:11434/v1, localhost, 11434, ollama",
    "http://10.0.0.7:11434/v1, 10.0.0.7, 11434, ollama",
    "https://api.openai.com:11434/v1, api.openai.com, 11434, openai",
    "http://127.0.0.1:8123/v1, 127.0.0.1, 8123, fallback",
    "http://llm_gateway:4000/v1, llm_gateway, 4000, fallback",
    "http://llm_gateway/v1, llm_gateway, 80, fallback",
    "http://llm.internal/v1, llm.internal, 80, fallback",
    "https://notapi.openai.com.evil.example, notapi.openai.com.evil.example, 443, fallback",
    "https://myapi.openai.com, myapi.openai.com, 443, fallback",
  })
  void readsHostPortAndProvider(String url, String host, int port, String provider) {
    Endpoint endpoint = Endpoint.of(url);

    assertThat(endpoint.host()).isEqualTo(host);
    assertThat(endpoint.port()).isEqualTo(port);
    assertThat(endpoint.providerOr("fallback")).isEqualTo(provider);
  }

  @Test
  void aResidencyHostPromisesARegion() {
    assertThat(regionAt("https://eu.api.openai.com/v1")).isEqualTo("eu");
    assertThat(regionAt("https://api.openai.com/v1")).isNull();
    assertThat(regionAt("https://eu.api.openai.com.evil.example/")).isNull();
  }

  /** Several of them run vLLM, and its keys are in their responses. */
  @Test
  void aProviderKnownByItsHostIsNoLocalServer() {
    ResponseFacts facts =
        ResponseFacts.builder().localServer("vllm").region("us").build(UsageStatus.ABSENT);

    assertThat(Endpoint.of("https://api.together.xyz/v1").placed(facts).localServer())
        .isNull();
    assertThat(Endpoint.of("http://gpu-3.internal:8000/v1").placed(facts).localServer())
        .isEqualTo("vllm");
    assertThat(Endpoint.of("https://eu.api.openai.com/").placed(facts).terms().region())
        .isEqualTo("us");
  }

  @Test
  void whatIsNoUrlIsUnknown() {
    assertThat(Endpoint.of(null).host()).isNull();
    assertThat(Endpoint.of("not a url").host()).isNull();
    assertThat(Endpoint.of("not a url").port()).isEqualTo(-1);
  }

  @Test
  void remembersABoundedNumberOfEndpoints() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(Endpoint.of("http://h" + i + ".example/").host()).isEqualTo("h" + i + ".example");
    }
    assertThat(Endpoint.remembered()).isLessThanOrEqualTo(256);
  }

  private static @Nullable String regionAt(String url) {
    ResponseFacts facts = ResponseFacts.builder().build(UsageStatus.ABSENT);
    return Endpoint.of(url).placed(facts).terms().region();
  }
}
