package io.opentelemetry.javaagent.costspan.tap.apache5;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.tap.Loopback;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tap in the blocking client, over loopback. */
class Apache5TapTest {

  private static final String FIRST_EVENT = "data: {\"model\":\"gpt-4.1-mini-2025-04-14\","
      + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  /** The socket is closed, and that is all that the reader is told. */
  @Test
  void aRequestThatIsCancelledWhileTheBodyComesIsNoError() throws IOException {
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", FIRST_EVENT);
        CloseableHttpClient client = HttpClients.createDefault()) {
      HttpPost request = new HttpPost(provider.url("/v1/chat/completions"));
      InputStream body = execute(client, request).getEntity().getContent();
      assertThat(new String(body.readNBytes(FIRST_EVENT.length()), UTF_8)).isEqualTo(FIRST_EVENT);

      request.cancel();

      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
    assertThat(attribute("error.type")).isNull();
    assertThat(attribute("llm.outcome")).isEqualTo("cancelled");
    assertThat(attribute("llm.stream.end")).isEqualTo("cancelled");
  }

  /** With the advice around the client's methods, as the agent weaves it. */
  @SuppressWarnings("deprecation") // what takes its place reads the response itself
  private static CloseableHttpResponse execute(CloseableHttpClient client, HttpPost request)
      throws IOException {
    Object sent = ExecuteAdvice.enter(request, null);
    CloseableHttpResponse response = client.execute(request);
    ResponseAdvice.exit(request, response);
    ExecuteAdvice.exit(sent, null);
    return response;
  }

  private @Nullable String attribute(String name) {
    return calls.onlySpan().getAttributes().get(stringKey(name));
  }
}
