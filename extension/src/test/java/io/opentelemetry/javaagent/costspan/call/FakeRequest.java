package io.opentelemetry.javaagent.costspan.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** A request to OpenAI's chat completions, or what a test makes of it. */
record FakeRequest(String method, String path, String json, String baseUrl) implements WireRequest {

  FakeRequest(String method, String path, String json) {
    this(method, path, json, "https://api.openai.com/");
  }

  static FakeRequest chatAt(String baseUrl) {
    return new FakeRequest("POST", "v1/chat/completions", "{\"model\":\"gpt-4.1-mini\"}", baseUrl);
  }

  static FakeRequest chat() {
    return new FakeRequest(
        "POST", "v1/chat/completions", "{\"model\":\"gpt-4.1-mini\",\"max_tokens\":7}");
  }

  static FakeRequest chatStream() {
    return new FakeRequest(
        "POST", "v1/chat/completions", "{\"model\":\"gpt-4.1-mini\",\"stream\":true}");
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    out.write(json.getBytes(UTF_8));
  }
}
