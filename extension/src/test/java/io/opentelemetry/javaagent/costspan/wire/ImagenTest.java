package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImagenTest {

  @Test
  void nothingIsBilledWhereAllIsFiltered() {
    String json = "{\"predictions\":[{\"raiFilteredReason\":\"?\"},{\"raiFilteredReason\":\"?\"}]}";

    assertThat(Recorded.readJson(Imagen.FORMAT, json).facts().usage())
        .hasToString("measured IMAGES=0");
  }

  @Test
  void saysNothingWithoutPredictions() {
    assertThat(Recorded.readJson(Imagen.FORMAT, "{}").facts().usage()).hasToString("absent");
  }

  @Test
  void countsNoImageOfAnArrayThatWasCutOff() {
    String json = "{\"predictions\":[{\"bytesBase64Encoded\":\"iVBORw0K\"},{\"bytesBase64";

    assertThat(Recorded.readJson(Imagen.FORMAT, json).facts().usage()).hasToString("absent");
  }

  @Test
  void embeddingsThatCountNothingHaveNoUsage() {
    String json = "{\"embeddings\":[{\"values\":[0.1,0.2]}]}";

    assertThat(Recorded.readJson(GeminiEmbeddings.FORMAT, json).facts().usage())
        .hasToString("absent");
  }
}
