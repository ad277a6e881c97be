package io.opentelemetry.javaagent.costspan.tap.apache5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducerWrapper;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an asynchronous client is about to send is looked at, and stays as it was. */
class RepeatableBodyTest {

  private static final String ASK =
      "{\"model\":\"gpt-4.1-mini\",\"messages\":[\"" + "é€".repeat(9_000) + "\"]}";

  static List<AsyncEntityProducer> bodies() {
    return List.of(
        new BasicAsyncEntityProducer(ASK, ContentType.APPLICATION_JSON),
        new BasicAsyncEntityProducer(ASK.getBytes(UTF_8), ContentType.APPLICATION_JSON),
        new StringAsyncEntityProducer(ASK, ContentType.APPLICATION_JSON));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void isReadAndSentAsIfItHadNotBeen(AsyncEntityProducer body) throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    RepeatableBody.write(body, seen);

    assertThat(seen.toString(UTF_8)).isEqualTo(ASK);
    assertThat(sent(body)).isEqualTo(ASK);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void isSentAsItWasWhenReadingItFailed(AsyncEntityProducer body) throws IOException {
    OutputStream broken = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("broken");
      }
    };

    assertThatThrownBy(() -> RepeatableBody.write(body, broken)).hasMessage("broken");
    assertThat(sent(body)).isEqualTo(ASK);
  }

  /** A request that is executed again while the client is sending it. */
  @ParameterizedTest
  @MethodSource("bodies")
  @Timeout(20)
  void isReadWholeAndSentOnWhileItIsBeingSent(AsyncEntityProducer body) throws IOException {
    Wire wire = new Wire();
    body.produce(wire);
    assertThat(wire.bytes.size()).isBetween(1, ASK.length());
    ByteArrayOutputStream seen = new ByteArrayOutputStream();

    RepeatableBody.write(body, seen);

    assertThat(seen.toString(UTF_8)).isEqualTo(ASK);
    assertThat(sent(body, wire)).isEqualTo(ASK);
  }

  @Test
  @Timeout(20)
  void endsWhereATextEndsWithinACharacter() throws IOException {
    AsyncEntityProducer body =
        new StringAsyncEntityProducer("{}\ud83d", ContentType.APPLICATION_JSON);
    ByteArrayOutputStream seen = new ByteArrayOutputStream();

    RepeatableBody.write(body, seen);

    assertThat(seen.toString(UTF_8)).isEqualTo("{}");
  }

  @Test
  void isNotAskedForWhereItMayComeLater() throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    RepeatableBody.write(new AsyncEntityProducerWrapper(bodies().get(0)), seen);

    assertThat(seen.size()).isZero();
  }

  @Test
  void noProducerOfTheApplicationsIsAsked() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    AsyncRequestProducer own = new BasicRequestProducer("POST", null, "/v1/chat/completions") {
      @Override
      public void sendRequest(RequestChannel channel, HttpContext context) {
        asked.incrementAndGet();
      }
    };

    assertThat(ToldRequest.of(own)).isNull();
    assertThat(asked).hasValue(0);
    assertThat(ToldRequest.of(new BasicRequestProducer("GET", null, "/") {})).isNotNull();
  }

  /** As a client does that can send a thousand bytes at once. */
  private static String sent(AsyncEntityProducer body) throws IOException {
    return sent(body, new Wire());
  }

  private static String sent(AsyncEntityProducer body, Wire wire) throws IOException {
    while (!wire.ended) {
      body.produce(wire);
    }
    return wire.bytes.toString(UTF_8);
  }

  private static final class Wire implements DataStreamChannel {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ended;

    @Override
    public int write(ByteBuffer source) {
      byte[] piece = new byte[Math.min(1000, source.remaining())];
      source.get(piece);
      bytes.write(piece, 0, piece.length);
      return piece.length;
    }

    @Override
    public void requestOutput() {}

    @Override
    public void endStream() {
      ended = true;
    }

    @Override
    public void endStream(List<? extends Header> trailers) {
      ended = true;
    }
  }
}
