package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownEndpointTest {

  @ParameterizedTest
  @CsvSource({
    "https://llm.example.com, https://llm.example.com/v1/chat/completions",
    "https://llm.example.com/, https://llm.example.com/v1/chat/completions",
    "https://llm.example.com/, https://llm.example.com",
    "llm.example.com, http://llm.example.com:8080/v1",
    "LLM.example.com, https://llm.EXAMPLE.com/v1",
    "llm.example.com:8080/team, http://llm.example.com:8080/team/v1/messages",
    "http://127.0.0.1:4000/openai, http://127.0.0.1:4000/openai?x=1",
    "*.example.com/openai, https://eu.llm.example.com/openai/v1/responses",
    "https://*.example.com/*/openai, https://eu.example.com/a/b/openai/v1",
    "10.0.0.*, http://10.0.0.7:8000/v1/embeddings",
  })
  void liesIn(String pattern, String url) {
    assertThat(provider(pattern, url)).isEqualTo("house");
  }

  @ParameterizedTest
  @CsvSource({
    "https://llm.example.com, http://llm.example.com/v1/chat/completions",
    "https://llm.example.com/openai, https://llm.example.com/openai2/v1",
    "llm.example.com, https://xllm.example.com/v1",
    "llm.example.com, https://evil.test/llm.example.com/v1",
    "llm.example.com, https://llm.example.com.evil.test/v1",
    "*.example.com/openai, https://eu.example.com/azure/v1",
    "llm.example.com:8080, http://llm.example.com:80801/v1",
    "llm.example.com/openai, ''",
  })
  void doesNotLieIn(String pattern, String url) {
    assertThat(provider(pattern, url)).isNull();
  }

  private static String provider(String pattern, String url) {
    KnownEndpoint found =
        KnownEndpoints.of(List.of(new KnownEndpoint(pattern, "house", null))).of(url);
    return found == null ? null : found.provider();
  }
}
