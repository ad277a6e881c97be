package io.costspan.smoke.okhttp;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.OpenAiJson;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Requests, whose JSON is put together by hand. */
final class Requests {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final String baseUrl;

  Requests(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  Request chat(Ask ask, boolean stream) {
    String json = stream ? OpenAiJson.chatStream(ask) : OpenAiJson.chat(ask);
    return post("chat/completions", json);
  }

  Request responses(Ask ask, boolean stream) {
    return post("responses", OpenAiJson.responses(ask, stream));
  }

  Request embeddings(Ask ask, boolean base64) {
    return post("embeddings", OpenAiJson.embeddings(ask, base64));
  }

  @SuppressWarnings("deprecation") // the order of the arguments that 3.14 and 5 both have
  private Request post(String path, String json) {
    return new Request.Builder()
        .url(baseUrl + path)
        .header("Authorization", "Bearer sk-smoke-test")
        .post(RequestBody.create(JSON, json))
        .build();
  }
}
