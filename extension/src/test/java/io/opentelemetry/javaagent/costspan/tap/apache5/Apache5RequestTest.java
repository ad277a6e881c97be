package io.opentelemetry.javaagent.costspan.tap.apache5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;

class Apache5RequestTest {

  private static final String ASK = "{\"model\":\"gpt-4.1-mini\"}";

  @Test
  void namesItsServerAndPath() {
    Apache5Request request =
        new Apache5Request(null, new HttpPost("http://me@127.0.0.1:8080/llm/v2/chat?a=%20b"), null);

    assertThat(request.baseUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(request.path()).isEqualTo("/llm/v2/chat");
    assertThat(request.url()).isEqualTo("http://127.0.0.1:8080/llm/v2/chat?a=%20b");
    assertThat(new Apache5Request(null, new HttpPost("https://api.openai.com/v1"), null).baseUrl())
        .isEqualTo("https://api.openai.com");
  }

  @Test
  void takesTheHostThatItIsExecutedWith() {
    HttpHost host = new HttpHost("https", "api.cohere.com");

    assertThat(new Apache5Request(host, new HttpPost("/v2/chat"), null).url())
        .isEqualTo("https://api.cohere.com/v2/chat");
    assertThat(new Apache5Request(null, new HttpPost("/v2/chat"), null).baseUrl())
        .isEmpty();
  }

  @Test
  void writesJsonThatCanBeWrittenTwice() throws IOException {
    HttpPost spelledInAHeader = post(new StringEntity(ASK, ContentType.TEXT_PLAIN));
    spelledInAHeader.setHeader("content-type", "application/json");

    assertThat(json(post(new StringEntity(ASK, ContentType.APPLICATION_JSON)))).isEqualTo(ASK);
    assertThat(json(spelledInAHeader)).isEqualTo(ASK);
  }

  @Test
  void leavesOtherBodiesAlone() throws IOException {
    ByteArrayInputStream once = new ByteArrayInputStream(ASK.getBytes(UTF_8));

    assertThat(json(post(new InputStreamEntity(once, ContentType.APPLICATION_JSON))))
        .isEmpty();
    assertThat(once.available()).isEqualTo(ASK.length());
    assertThat(json(post(new StringEntity(ASK, ContentType.TEXT_PLAIN)))).isEmpty();
    assertThat(json(new HttpPost("/v1/chat/completions"))).isEmpty();
  }

  private static HttpPost post(HttpEntity body) {
    HttpPost post = new HttpPost("/v1/chat/completions");
    post.setEntity(body);
    return post;
  }

  private static String json(HttpPost request) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Apache5Request(null, request, request.getEntity()).writeJsonTo(out);
    return out.toString(UTF_8);
  }
}
