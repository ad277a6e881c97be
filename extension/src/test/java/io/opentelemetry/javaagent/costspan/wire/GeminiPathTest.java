package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiPathTest {

  @ParameterizedTest
  @CsvSource({
    "models/gemini-2.5-flash:generateContent, gemini-2.5-flash, false, gcp.gemini",
    "/v1beta/models/gemini-2.5-flash:streamGenerateContent, gemini-2.5-flash, true, gcp.gemini",
    "publishers/google/models/gemini-2.5-pro:generateContent, gemini-2.5-pro, false, gcp.vertex_ai",
    "/v1/projects/p/locations/us-central1/publishers/google/models/m:streamGenerateContent, m, true, gcp.vertex_ai",
    "/v1/projects/p/locations/us-central1/endpoints/123:generateContent, 123, false, gcp.vertex_ai",
    "tunedModels/mine:generateContent, mine, false, gcp.gemini",
    "myprojects/models/m:generateContent, m, false, gcp.gemini",
    "models/text-embedding-004:batchEmbedContents, text-embedding-004, false, gcp.gemini",
  })
  void tellsModelStreamAndProvider(String path, String model, boolean stream, String provider) {
    WireFormat format = WireFormats.recognise("POST", path);
    RequestFacts facts = format.requestReader(path).facts();

    assertThat(facts.model()).isEqualTo(model);
    assertThat(facts.isStreaming()).isEqualTo(stream);
    assertThat(format.providerAt(path)).isEqualTo(provider);
  }
}
