package io.costspan.smoke.apache5;

import io.costspan.smoke.runner.Ask;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The requests, written by hand as many an application does. */
final class Requests {
  private final String url;

  Requests(String url) {
    this.url = url;
  }

  HttpPost chat(Ask ask) {
    return post("/v1/chat/completions", "{%s}".formatted(chatFields(ask)));
  }

  HttpPost chatStream(Ask ask) {
    String options = ask.streamUsage() ? ",\"stream_options\":{\"include_usage\":true}" : "";
    return post(
        "/v1/chat/completions", "{%s,\"stream\":true%s}".formatted(chatFields(ask), options));
  }

  HttpPost embeddings(Ask ask, boolean base64) {
    return post(
        "/v1/embeddings",
        """
        {"model":"text-embedding-3-small","input":"%s","dimensions":64,"encoding_format":"%s"}""".formatted(
            ask.prompt(), base64 ? "base64" : "float"));
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

  private HttpPost post(String path, String body) {
    HttpPost post = new HttpPost(url + path);
    post.setHeader("Authorization", "Bearer sk-smoke-test");
    post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    return post;
  }
}
