package io.costspan.smoke.jdk;

import io.costspan.smoke.runner.Ask;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** The requests, written by hand as many an application does. */
final class Requests {
  private final String url;

  Requests(String url) {
    this.url = url;
  }

  HttpRequest chat(Ask ask) {
    return post("/v1/chat/completions", "{%s}".formatted(chatFields(ask)));
  }

  HttpRequest chatStream(Ask ask) {
    String options = ask.streamUsage() ? ",\"stream_options\":{\"include_usage\":true}" : "";
    String body = "{%s,\"stream\":true%s}".formatted(chatFields(ask), options);
    return request("/v1/chat/completions")
        .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  HttpRequest embeddings(Ask ask, boolean base64) {
    return post("/v1/embeddings", """
        {"model":"text-embedding-3-small","input":"%s","dimensions":64,"encoding_format":"%s"}""".formatted(ask.prompt(), base64 ? "base64" : "float"));
  }

  private static String chatFields(Ask ask) {
    return """
        "model":"%s","max_completion_tokens":%d%s,\
        "messages":[{"role":"user","content":"%s"}]""".formatted(
            modelOf(ask),
            ask.number(),
            ask.priority() ? ",\"service_tier\":\"priority\"" : "",
            ask.prompt());
  }

  private static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD -> "gpt-4.1-mini";
      case SMALL -> "gpt-4o-mini";
      case REASONING -> "gpt-5-mini";
      case UNKNOWN -> "house-model-1";
    };
  }

  private HttpRequest post(String path, String body) {
    return request(path).POST(BodyPublishers.ofString(body)).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer sk-smoke-test")
        .header("Content-Type", "application/json");
  }
}
