package io.costspan.testbed.provider;

import java.nio.charset.StandardCharsets;

/** One document of a stream that has one to a line. */
record JsonLine(String json) implements StreamPart {

  @Override
  public byte[] bytes() {
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public JsonLine corrupted() {
    return new JsonLine(json.substring(0, json.length() / 2));
  }
}
