package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.http.client.HttpClientRequest;

/** The tap of Reactor Netty, one per application class loader. */
final class ReactorNettyTap {

  static final Tap<HttpResponse> TAP = new Tap<>("reactor-netty", ReactorNettyTap::head);

  private ReactorNettyTap() {}

  /** Null for all requests that are certain to be no calls. */
  static @Nullable CoreSubscriber<Connection> onSubscription(
      HttpClientConfig config, CoreSubscriber<? super Connection> subscriber) {
    try {
      String method = config.method().name();
      String url = mayBegin(config.method(), config.uri()) ? url(config) : null;
      return url != null && LlmCalls.mayBegin(method, url)
          ? new Exchange(
              subscriber, new NettyRequest(method, url, config.headers()), LlmCalls.context())
          : null;
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  /** Puts a handler where the decompressed response is seen, last before Reactor Netty's own. */
  static void onRequest(@Nullable Object operations) {
    if (!(operations instanceof HttpClientRequest) || !(operations instanceof Connection)) {
      return;
    }
    try {
      HttpClientRequest request = (HttpClientRequest) operations;
      Exchange exchange = Exchange.in(request.currentContextView());
      if (exchange != null) {
        ChannelPipeline pipeline = ((Connection) operations).channel().pipeline();
        String url = String.valueOf(request.resourceUrl());
        CallHandler handler = new CallHandler(
            exchange, new NettyRequest(request.method().name(), url, request.requestHeaders()));
        pipeline.addBefore(NettyPipeline.ReactiveBridge, null, handler);
      }
    } catch (Throwable t) {
      TAP.failed(t);
    }
  }

  private static boolean mayBegin(HttpMethod method, @Nullable String uri) {
    return HttpMethod.POST.equals(method)
        || (uri != null && LlmCalls.mayBeginAt(method.name(), uri));
  }

  /** Null where it is told only when there is a connection. Most clients name whole URLs. */
  private static @Nullable String url(HttpClientConfig config) {
    String uri = config.uri();
    String base = config.baseUrl();
    if (uri == null || base == null || !uri.startsWith("/")) {
      return uri;
    }
    return base.endsWith("/") ? base + uri.substring(1) : base + uri;
  }

  private static HttpResponse head(HttpResponse response, LlmCall call) {
    call.headers(response.status().code(), response.headers()::get);
    return response;
  }
}
