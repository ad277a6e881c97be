package io.costspan.testbed.provider;

import java.util.Collections;

/** Google's Imagen: as many images as were asked for, and nothing that is counted. */
final class ImagenAnswer implements Answer {
  private static final String IMAGE =
      "{\"mimeType\":\"image/png\",\"bytesBase64Encoded\":\"iVBORw0KGgoAAAANSUhEUgAAAAE=\"}";

  private final Generation generation;

  ImagenAnswer(Generation generation) {
    this.generation = generation;
  }

  static boolean makes(String model) {
    return model.startsWith("imagen");
  }

  @Override
  public String json() {
    int images =
        generation.request().body().path("parameters").path("sampleCount").asInt(1);
    return "{\"predictions\":[" + String.join(",", Collections.nCopies(images, IMAGE)) + "]}";
  }

  @Override
  public Stream stream() {
    throw new IllegalArgumentException("images do not stream");
  }
}
