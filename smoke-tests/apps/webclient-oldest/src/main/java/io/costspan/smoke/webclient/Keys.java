package io.costspan.smoke.webclient;

import reactor.netty.http.client.HttpClient;

/** Reactor Netty sends no request again with a key before 1.3. */
final class Keys {
  private Keys() {}

  static HttpClient sendingWhenRefused(HttpClient client, String authorization) {
    throw new UnsupportedOperationException("Reactor Netty 1.3");
  }
}
