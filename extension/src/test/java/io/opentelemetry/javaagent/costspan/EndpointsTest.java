package io.opentelemetry.javaagent.costspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.config.WrittenEndpoints;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoint;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoints;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  @Test
  void readsProvidersAndFormats() {
    KnownEndpoints known = Endpoints.of(WrittenEndpoints.of(
        "https://llm.example.com/mistral=mistral_ai, http://10.0.0.7:8080=vllm/openai.chat"));

    KnownEndpoint gateway =
        Objects.requireNonNull(known.of("https://llm.example.com/mistral/v1/chat/completions"));
    assertThat(gateway.provider()).isEqualTo("mistral_ai");
    assertThat(gateway.format()).isNull();
    KnownEndpoint server = Objects.requireNonNull(known.of("http://10.0.0.7:8080/generate"));
    assertThat(server.provider()).isEqualTo("vllm");
    assertThat(Objects.requireNonNull(server.format()).name()).isEqualTo("openai.chat");
  }

  @Test
  void saysThatAFormatDoesNotExistAndKeepsTheOthers() {
    try (RecordedLog log = RecordedLog.open()) {
      KnownEndpoints known =
          Endpoints.of(WrittenEndpoints.of("http://a=x/open.ai,http://b=y/cohere.chat"));

      assertThat(known.of("http://a/v1")).isNull();
      assertThat(known.of("http://b/v1")).isNotNull();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("http://a=x/open.ai is left out", "openai.chat, openai.responses");
    }
  }

  @Test
  void thereAreNoneUnlessWritten() {
    assertThat(Endpoints.of(CostspanSettings.defaults().endpoints()).isEmpty()).isTrue();
  }
}
