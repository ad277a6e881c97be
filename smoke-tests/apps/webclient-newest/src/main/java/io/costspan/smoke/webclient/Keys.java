package io.costspan.smoke.webclient;

import io.netty.handler.codec.http.HttpResponseStatus;
import reactor.netty.http.client.HttpClient;

/** What Reactor Netty does by itself, since 1.3, with who refuses a request without a key. */
final class Keys {
  private Keys() {}

  static HttpClient sendingWhenRefused(HttpClient client, String authorization) {
    return client.httpAuthentication(
        (request, response) -> response.status().equals(HttpResponseStatus.UNAUTHORIZED),
        (request, address) -> request.header("Authorization", authorization));
  }
}
