package io.opentelemetry.javaagent.costspan.call;

import java.io.IOException;
import java.io.OutputStream;

/** A chat at OpenAI. */
record StubRequest(byte[] json) implements WireRequest {
  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String baseUrl() {
    return "https://api.openai.com/v1";
  }

  @Override
  public String path() {
    return "chat/completions";
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    out.write(json);
  }
}
