package io.opentelemetry.javaagent.costspan.call;

import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request by which a connection to OpenAI is opened. */
record Upgrade(String path, Map<String, String> parameters) implements WireRequest {

  static SocketCalls responses() {
    return new Upgrade("responses", Map.of()).open();
  }

  static SocketCalls realtime(String model) {
    return new Upgrade("realtime", Map.of("model", model)).open();
  }

  SocketCalls open() {
    SocketCalls socket = LlmCalls.connect(this);
    socket.leaveThread();
    return socket;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String baseUrl() {
    return "https://api.openai.com/v1";
  }

  @Override
  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  @Override
  public void writeJsonTo(OutputStream out) {
    throw new AssertionError("an upgrade has no body");
  }
}
