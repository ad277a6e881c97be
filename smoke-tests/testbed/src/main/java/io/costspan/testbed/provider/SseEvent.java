package io.costspan.testbed.provider;

import java.nio.charset.StandardCharsets;

/** One server-sent event; an empty name means that the provider sends no {@code event:} line. */
record SseEvent(String name, String data) implements StreamPart {

  static SseEvent unnamed(String data) {
    return new SseEvent("", data);
  }

  @Override
  public byte[] bytes() {
    String eventLine = name.isEmpty() ? "" : "event: " + name + "\n";
    return (eventLine + "data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public SseEvent corrupted() {
    return new SseEvent(name, data.substring(0, data.length() / 2));
  }
}
