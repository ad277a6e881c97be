package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Recorded.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalServersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"system_fingerprint\":\"fp_ollama\" | ollama",
        "\"system_fingerprint\":\"vllm-0.26.0-tp4-628bf3dd\" | vllm",
        "\"kv_transfer_params\":null | vllm",
        "\"kv_transfer_params\":{\"a\":{}} | vllm",
        "\"prompt_logprobs\":null | vllm",
        "\"prompt_logprobs\":[null,{\"1\":{}}] | vllm",
        "\"timings\":{\"prompt_n\":42,\"predicted_per_second\":40.5} | llama_cpp",
      })
  void givesItselfAway(String field, String server) {
    String json = "{\"model\":\"gpt-oss:20b\"," + field + ",\"id\":\"x\"}";
    ResponseFacts facts = Recorded.readJson(CHAT, json).facts();
    ResponseFacts inStream = Recorded.readStream(
            CHAT, "data: " + json + "\n\ndata: {\"choices\":[]}\n\ndata: [DONE]\n\n")
        .facts();

    assertThat(facts.localServer()).isEqualTo(server);
    assertThat(facts.id()).isEqualTo("x");
    assertThat(inStream.localServer()).isEqualTo(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"system_fingerprint\":\"fp_50cad350e4\"",
        "\"system_fingerprint\":null",
        "\"timings\":null",
        "\"timings\":{\"total\":1.5}",
        "\"choices\":[{\"prompt_logprobs\":null,\"kv_transfer_params\":null}]",
      })
  void whatOthersSendTooTellsNothing(String field) {
    assertThat(Recorded.readJson(CHAT, "{" + field + "}").facts().localServer()).isNull();
  }

  @Test
  void recordedResponsesOfOpenAiTellNothing() {
    assertThat(Recorded.facts(CHAT, "openai-chat.json").localServer()).isNull();
    assertThat(Recorded.facts(CHAT, "azure-chat-stream.sse").localServer()).isNull();
  }
}
