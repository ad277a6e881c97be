package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Recorded.EMBEDDINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import org.junit.jupiter.api.Test;

class OpenAiEmbeddingsTest {

  @Test
  void readsBase64Embeddings() {
    ResponseFacts facts = Recorded.facts(EMBEDDINGS, "openai-embeddings-base64.json");

    assertThat(facts.model()).isEqualTo("text-embedding-3-small");
    assertThat(facts.finishReasons()).isEmpty();
    assertThat(facts.usage()).hasToString("measured INPUT=8 TOTAL=8");
  }

  @Test
  void readsFloatEmbeddings() {
    ResponseFacts facts = Recorded.facts(EMBEDDINGS, "openai-embeddings-floats.json");

    assertThat(facts.model()).isEqualTo("text-embedding-3-large");
    assertThat(facts.usage()).hasToString("measured INPUT=21 TOTAL=21");
  }

  @Test
  void readsErrors() {
    ResponseFacts facts = Recorded.facts(EMBEDDINGS, "openai-error-429.json");

    assertThat(facts.errorType()).isEqualTo("rate_limit_exceeded");
    assertThat(facts.usage()).hasToString("absent");
  }
}
