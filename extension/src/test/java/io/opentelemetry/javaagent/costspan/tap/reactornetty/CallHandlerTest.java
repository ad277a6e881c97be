package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.ReferenceCountUtil;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.tap.Results;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/** The handler in a channel, with nothing around it. */
class CallHandlerTest {

  private static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> OUTCOME = stringKey("llm.outcome");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
  private static final AttributeKey<Double> COST = doubleKey("gen_ai.usage.cost.amount");

  /** (1000 × 0.40 + 100 × 1.60) / 1e6 */
  private static final double USD = 0.00056;

  private static final String URL =
      "https://user:secret@gw.example.com:8443/v1/chat/completions?a=b";
  private static final String ASK = "{\"model\":\"gpt-4.1-mini\",\"messages\":[]}";
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String ANSWER = "{\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{"
      + "\"index\":0,\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}],"
      + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}";

  private final InstalledCalls calls = InstalledCalls.install();
  private final HttpHeaders headers =
      new DefaultHttpHeaders().set("Content-Type", "application/json");
  private final Exchange exchange = exchange(new BaseSubscriber<>() {});
  private final EmbeddedChannel channel =
      new EmbeddedChannel(new CallHandler(exchange, new NettyRequest("POST", URL, headers)));

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
    calls.close();
  }

  @Test
  void seesARequestThatIsWrittenInOnePiece() {
    ask();

    answer();

    assertThat(calls.onlySpan().getAttributes().get(MODEL)).isEqualTo("gpt-4.1-mini");
    assertThat(calls.onlySpan().getAttributes().get(COST)).isEqualTo(USD);
    assertThat(calls.onlySpan().getAttributes().get(stringKey("server.address")))
        .isEqualTo("gw.example.com");
  }

  @Test
  void seesARequestThatIsWrittenInSeveral() {
    channel.writeOutbound(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", headers),
        buffer(ASK.substring(0, 9)),
        new DefaultHttpContent(buffer(ASK.substring(9))),
        LastHttpContent.EMPTY_LAST_CONTENT);

    answer();

    assertThat(calls.onlySpan().getAttributes().get(MODEL)).isEqualTo("gpt-4.1-mini");
  }

  @Test
  void seesTheResultsOfABatch() {
    headers.set("anthropic-version", "2023-06-01");
    NettyRequest results =
        new NettyRequest("GET", "https://gw.example.com" + Results.PATH, headers);
    Exchange reading = new Exchange(new BaseSubscriber<>() {}, results, LlmCalls.context());
    EmbeddedChannel reader = new EmbeddedChannel(new CallHandler(reading, results));

    reader.writeOutbound(
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, Results.PATH));
    reader.writeInbound(head(200), last(buffer(Results.OF_ANTHROPIC)));

    assertThat(calls.onlySpan().getAttributes().get(COST)).isEqualTo(Results.USD);
    reader.finishAndReleaseAll();
  }

  @Test
  void leavesBuffersAsTheyAre() {
    ByteBuf asked = buffer(ASK);
    ByteBuf direct = Unpooled.directBuffer().writeBytes(ANSWER.getBytes(UTF_8));
    ByteBuf composite = Unpooled.wrappedBuffer(buffer("\n"), buffer("\n"));

    channel.writeOutbound(full(asked));
    channel.writeInbound(head(200), new DefaultHttpContent(direct), last(composite));

    assertThat(List.of(asked, direct, composite)).allSatisfy(buffer -> {
      assertThat(buffer.refCnt()).isEqualTo(1);
      assertThat(buffer.readerIndex()).isZero();
    });
    assertThat(calls.onlySpan().getAttributes().get(COST)).isEqualTo(USD);
  }

  @Test
  void goesWhenTheResponseWasRead() {
    ask();
    assertThat(channel.pipeline().get(CallHandler.class)).isNotNull();

    answer();

    assertThat(channel.pipeline().get(CallHandler.class)).isNull();
  }

  @Test
  void waitsForTheHeadThatCounts() {
    ask();

    channel.writeInbound(head(100), head(200), new DefaultHttpContent(buffer(ANSWER)));
    channel.writeInbound(last(Unpooled.EMPTY_BUFFER));

    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("success");
  }

  @Test
  void aRedirectThatIsFollowedIsNotTheAnswer() {
    ask();
    channel.writeInbound(
        head(307), new DefaultHttpContent(buffer("<html>")), last(buffer("Moved")));
    assertThat(calls.spans()).isEmpty();
    assertThat(channel.pipeline().get(CallHandler.class)).isNull();
    EmbeddedChannel next =
        new EmbeddedChannel(new CallHandler(exchange, new NettyRequest("POST", URL, headers)));

    next.writeOutbound(full(buffer(ASK)));
    next.writeInbound(head(200), last(buffer(ANSWER)));

    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("success");
    assertThat(calls.onlySpan().getAttributes().get(COST)).isEqualTo(USD);
    next.finishAndReleaseAll();
  }

  /** As Reactor Netty does, since 1.3, for who is asked for a key. */
  @Test
  void aRefusalAfterWhichItIsSentAgainIsNotTheAnswer() {
    ask();
    channel.writeInbound(head(401), last(buffer("who are you?")));
    assertThat(calls.spans()).isEmpty();
    EmbeddedChannel next =
        new EmbeddedChannel(new CallHandler(exchange, new NettyRequest("POST", URL, headers)));

    next.writeOutbound(full(buffer(ASK)));
    next.writeInbound(head(200), last(buffer(ANSWER)));

    assertThat(calls.onlySpan().getAttributes().get(COST)).isEqualTo(USD);
    next.finishAndReleaseAll();
  }

  @Test
  void aRefusalThatTheApplicationGetsIsTheAnswer() {
    handOnTo(channel, exchange);
    ask();

    channel.writeInbound(head(401), last(buffer("who are you?")));

    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE)).isEqualTo("401");
  }

  @Test
  void tellsWhoLeavesAsSoonAsItIsGivenARefusal() {
    Exchange left = exchange(new BaseSubscriber<>() {
      @Override
      protected void hookOnNext(Connection connection) {
        connection.channel().close();
      }
    });
    EmbeddedChannel refused =
        new EmbeddedChannel(new CallHandler(left, new NettyRequest("POST", URL, headers)));
    handOnTo(refused, left);
    refused.writeOutbound(full(buffer(ASK)));

    refused.writeInbound(head(429));

    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("rate_limited");
  }

  @Test
  void aRedirectThatTheApplicationGetsIsTheAnswer() {
    handOnTo(channel, exchange);
    ask();

    channel.writeInbound(head(307), last(buffer("<html>Moved")));

    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE)).isEqualTo("307");
    assertThat(channel.pipeline().get(CallHandler.class)).isNull();
  }

  /** As HTTP/2 tells a head without a body. */
  @Test
  void aRedirectInOnePieceIsTheAnswerToo() {
    handOnTo(channel, exchange);
    ask();

    channel.writeInbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.PERMANENT_REDIRECT));

    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE)).isEqualTo("308");
  }

  @Test
  void aRedirectThatLeadsNowhereFailsAsTheClientDoes() {
    ask();
    channel.writeInbound(head(302), last(Unpooled.EMPTY_BUFFER));

    exchange.onError(new java.net.ConnectException("refused"));

    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE))
        .isEqualTo("java.net.ConnectException");
  }

  @Test
  void theResultsOfABatchComeAfterARedirect() {
    headers.set("anthropic-version", "2023-06-01");
    NettyRequest results =
        new NettyRequest("GET", "https://gw.example.com" + Results.PATH, headers);
    Exchange reading = new Exchange(new BaseSubscriber<>() {}, results, LlmCalls.context());
    for (int status : new int[] {307, 200}) {
      EmbeddedChannel reader = new EmbeddedChannel(new CallHandler(reading, results));
      reader.writeOutbound(
          new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, Results.PATH));
      reader.writeInbound(head(status), last(buffer(status == 200 ? Results.OF_ANTHROPIC : "")));
      reader.finishAndReleaseAll();
    }

    assertThat(calls.onlySpan().getAttributes().get(COST)).isEqualTo(Results.USD);
  }

  @Test
  void tellsWhoLeaves() {
    ask();
    channel.writeInbound(head(200), new DefaultHttpContent(buffer(ANSWER.substring(0, 40))));

    channel.close();

    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
  }

  @Test
  void tellsABrokenResponse() {
    ask();
    channel.writeInbound(head(200), new DefaultHttpContent(buffer(ANSWER.substring(0, 40))));

    channel.pipeline().fireChannelInactive();

    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE)).isEqualTo("incomplete_response");
  }

  /** Reactor Netty closes the connection of a server that says so over TLS. */
  @Test
  void tellsAServerThatClosesOverTls() {
    channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
      @Override
      public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.close();
      }
    });
    ask();
    channel.writeInbound(head(200), new DefaultHttpContent(buffer(ANSWER.substring(0, 40))));

    channel.pipeline().fireUserEventTriggered(SslCloseCompletionEvent.SUCCESS);

    assertThat(channel.isOpen()).isFalse();
    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE)).isEqualTo("incomplete_response");
  }

  @Test
  void aPieceThatCannotBeDecodedIsNamedByWhatItsDecoderSays() {
    EmbeddedChannel decoding = decoding();
    decoding.writeInbound(buffer(CHUNKED + "2\r\n{ \r\nnone\r\n"));

    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE))
        .isEqualTo("java.lang.NumberFormatException");
    assertThat(decoding.pipeline().get(CallHandler.class)).isNull();
    decoding.finishAndReleaseAll();
    assertThat(calls.spans()).hasSize(1);
  }

  /** Which Reactor Netty tells its subscriber, and there only. */
  @Test
  void aHeadThatCannotBeDecodedIsNoAnswer() {
    EmbeddedChannel decoding = decoding();
    decoding.writeInbound(buffer("none\r\n\r\n"));
    HttpResponse head = decoding.readInbound();
    assertThat(calls.spans()).isEmpty();

    exchange.onError(head.decoderResult().cause());

    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE))
        .isEqualTo("java.lang.IllegalArgumentException");
    assertThat(decoding.pipeline().get(CallHandler.class)).isNull();
    decoding.finishAndReleaseAll();
  }

  /** As a timeout does, on a thread of its own. */
  @Test
  void isOneCallWhenItIsCancelledWhileItIsSent() throws InterruptedException {
    List<Thread> leaving = new ArrayList<>();
    HttpHeaders asking = new DefaultHttpHeaders() {
      @Override
      public String get(String name) {
        if (leaving.isEmpty()) {
          Thread thread = new Thread(exchange::cancel);
          leaving.add(thread);
          thread.start();
          while (thread.isAlive() && thread.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
        }
        return super.get(name);
      }
    };

    exchange.asked(new NettyRequest("POST", URL, asking));
    leaving.get(0).join();

    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
    LlmCalls.reapAll();
    assertThat(calls.spans()).hasSize(1);
  }

  @Test
  void tellsAReadTimeout() {
    ask();
    channel.writeInbound(head(200));
    List<Throwable> seen = new ArrayList<>();
    channel.pipeline().addLast(new Catching(seen));

    channel.pipeline().fireExceptionCaught(ReadTimeoutException.INSTANCE);

    assertThat(seen).containsExactly(ReadTimeoutException.INSTANCE);
    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE))
        .isEqualTo("io.netty.handler.timeout.ReadTimeoutException");
  }

  @Test
  void isOneCallWhenReactorNettySendsItAgain() {
    ask();
    channel.pipeline().fireChannelInactive();
    EmbeddedChannel again =
        new EmbeddedChannel(new CallHandler(exchange, new NettyRequest("POST", URL, headers)));

    again.writeOutbound(full(buffer(ASK)));
    again.writeInbound(head(200), last(buffer(ANSWER)));

    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("success");
    again.finishAndReleaseAll();
  }

  @Test
  void tellsWhoGotNoConnection() {
    java.net.ConnectException refused = new java.net.ConnectException("refused");

    Mono.<Connection>error(refused).subscribe(exchange);

    assertThat(calls.onlySpan().getAttributes().get(ERROR_TYPE))
        .isEqualTo("java.net.ConnectException");
    assertThat(calls.onlySpan().getName()).isEqualTo("chat");
  }

  @Test
  void isFoundByTheContextOfItsSubscriber() {
    assertThat(Exchange.in(exchange.currentContext())).isSameAs(exchange);
  }

  private Exchange exchange(CoreSubscriber<Connection> subscriber) {
    return new Exchange(subscriber, new NettyRequest("POST", URL, headers), LlmCalls.context());
  }

  /** As Reactor Netty does with a response that it does not follow. */
  private static void handOnTo(EmbeddedChannel channel, Exchange exchange) {
    channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse) {
          exchange.onNext(Connection.from(context.channel()));
        }
        ReferenceCountUtil.release(message);
      }
    });
  }

  /** With Netty's own decoder before the handler, and a request on its way. */
  private EmbeddedChannel decoding() {
    EmbeddedChannel decoding = new EmbeddedChannel(
        new HttpClientCodec(), new CallHandler(exchange, new NettyRequest("POST", URL, headers)));
    decoding.writeOutbound(full(buffer(ASK)));
    return decoding;
  }

  private void ask() {
    channel.writeOutbound(full(buffer(ASK)));
  }

  private void answer() {
    channel.writeInbound(head(200), last(buffer(ANSWER)));
  }

  private DefaultFullHttpRequest full(ByteBuf body) {
    return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", body);
  }

  private static DefaultHttpResponse head(int status) {
    return new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
  }

  private static LastHttpContent last(ByteBuf body) {
    return new DefaultLastHttpContent(body);
  }

  private static ByteBuf buffer(String text) {
    return Unpooled.copiedBuffer(text, UTF_8);
  }
}
