package io.costspan.smoke.jdk;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.OpenAiJson;
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
    return post("/v1/chat/completions", OpenAiJson.chat(ask));
  }

  HttpRequest chatStream(Ask ask) {
    String body = OpenAiJson.chatStream(ask);
    return request("/v1/chat/completions")
        .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  HttpRequest embeddings(Ask ask, boolean base64) {
    return post("/v1/embeddings", OpenAiJson.embeddings(ask, base64));
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
