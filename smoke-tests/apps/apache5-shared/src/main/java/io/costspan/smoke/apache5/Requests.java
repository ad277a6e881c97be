package io.costspan.smoke.apache5;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.OpenAiJson;
import java.net.URI;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;

/** The requests, written by hand as many an application does. */
final class Requests {
  private final String url;

  Requests(String url) {
    this.url = url;
  }

  HttpPost chat(Ask ask) {
    return post("/v1/chat/completions", OpenAiJson.chat(ask));
  }

  HttpPost chatStream(Ask ask) {
    return post(
        "/v1/chat/completions", OpenAiJson.chatStream(ask));
  }

  HttpPost embeddings(Ask ask, boolean base64) {
    return post(
        "/v1/embeddings",
        OpenAiJson.embeddings(ask, base64));
  }

  SimpleHttpRequest simpleChat(Ask ask) {
    SimpleHttpRequest post =
        new SimpleHttpRequest("POST", URI.create(url + "/v1/chat/completions"));
    post.setHeader("Authorization", "Bearer sk-smoke-test");
    post.setBody(OpenAiJson.chat(ask), ContentType.APPLICATION_JSON);
    return post;
  }

  AsyncRequestProducer producedChat(Ask ask) {
    return produced(OpenAiJson.chat(ask));
  }

  AsyncRequestProducer producedChatStream(Ask ask) {
    return produced(OpenAiJson.chatStream(ask));
  }

  private AsyncRequestProducer produced(String body) {
    return AsyncRequestBuilder.post(url + "/v1/chat/completions")
        .setHeader("Authorization", "Bearer sk-smoke-test")
        .setEntity(body, ContentType.APPLICATION_JSON)
        .build();
  }

  private HttpPost post(String path, String body) {
    HttpPost post = new HttpPost(url + path);
    post.setHeader("Authorization", "Bearer sk-smoke-test");
    post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    return post;
  }
}
