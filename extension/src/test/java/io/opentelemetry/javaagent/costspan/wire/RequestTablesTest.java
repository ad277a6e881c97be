package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.CHOICE_COUNT;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.FREQUENCY_PENALTY;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.MAX_TOKENS;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.PRESENCE_PENALTY;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.SEED;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.STOP_SEQUENCES;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TEMPERATURE;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TOP_K;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TOP_P;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import org.junit.jupiter.api.Test;

class RequestTablesTest {

  @Test
  void readsRequestToGemini() {
    RequestFacts facts = request("gemini.generate_content", """
        {"contents":[{"role":"user","parts":[{"text":"?"}]}],"generationConfig":{"maxOutputTokens":7,
        "candidateCount":2,"seed":-5,"temperature":0.5,"topP":0.9,"topK":40,"frequencyPenalty":0.1,
        "presencePenalty":0.2,"stopSequences":["a","b"]}}
        """);

    assertThat(facts.model()).isNull();
    assertThat(facts.isStreaming()).isFalse();
    assertThat(facts.parameters())
        .containsEntry(MAX_TOKENS, 7L)
        .containsEntry(CHOICE_COUNT, 2L)
        .containsEntry(SEED, -5L)
        .containsEntry(TEMPERATURE, 0.5)
        .containsEntry(TOP_P, 0.9)
        .containsEntry(TOP_K, 40.0)
        .containsEntry(FREQUENCY_PENALTY, 0.1)
        .containsEntry(PRESENCE_PENALTY, 0.2)
        .containsEntry(STOP_SEQUENCES, new String[] {"a", "b"});
  }

  @Test
  void readsRequestToConverse() {
    RequestFacts facts = request("bedrock.converse", """
        {"messages":[],"inferenceConfig":{"maxTokens":9,"temperature":1,"topP":0.8,
        "stopSequences":["x"]},"serviceTier":{"type":"flex"}}
        """);

    assertThat(facts.serviceTier()).isEqualTo("flex");
    assertThat(facts.parameters())
        .containsEntry(MAX_TOKENS, 9L)
        .containsEntry(TEMPERATURE, 1.0)
        .containsEntry(TOP_P, 0.8)
        .containsEntry(STOP_SEQUENCES, new String[] {"x"});
  }

  @Test
  void ollamaStreamsUnlessToldNotTo() {
    String options = "\"options\":{\"num_predict\":9,\"seed\":1,\"stop\":[\"x\"]}";

    RequestFacts facts = request("ollama.chat", "{\"model\":\"llama3.2\"," + options + "}");

    assertThat(facts.model()).isEqualTo("llama3.2");
    assertThat(facts.isStreaming()).isTrue();
    assertThat(facts.parameters())
        .containsEntry(MAX_TOKENS, 9L)
        .containsEntry(SEED, 1L)
        .containsEntry(STOP_SEQUENCES, new String[] {"x"});
    assertThat(request("ollama.chat", "{\"stream\":false}").isStreaming()).isFalse();
  }

  @Test
  void readsRequestToCohere() {
    RequestFacts facts = request(
        "cohere.chat",
        "{\"model\":\"command-a-03-2025\",\"stream\":true,\"max_tokens\":5,\"p\":0.7,\"k\":3,"
            + "\"stop_sequences\":[\"x\"]}");

    assertThat(facts.model()).isEqualTo("command-a-03-2025");
    assertThat(facts.isStreaming()).isTrue();
    assertThat(facts.parameters())
        .containsEntry(MAX_TOKENS, 5L)
        .containsEntry(TOP_P, 0.7)
        .containsEntry(TOP_K, 3.0)
        .containsEntry(STOP_SEQUENCES, new String[] {"x"});
  }

  private static RequestFacts request(String format, String json) {
    RequestReader reader = WireFormats.named(format).requestReader("");
    byte[] bytes = json.getBytes(UTF_8);
    reader.feed(bytes, 0, bytes.length);
    return reader.facts();
  }
}
