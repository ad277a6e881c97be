package io.costspan.smoke.who;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Asks the site, as one customer or the other. */
final class Visitor {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String site;

  Visitor(String site) {
    this.site = site;
  }

  void mdc(long number) throws Exception {
    ask("/mdc/" + number, "None");
  }

  void login(long number) throws Exception {
    String user = Tenants.of(number) + ":hunter2";
    ask(
        "/login/" + number,
        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
  }

  void token(String library, long number, byte[] key) throws Exception {
    String token = Tokens.of("user-" + number % 2, Tenants.of(number), key);
    ask("/token/" + number + "?by=" + library, "Bearer " + token);
  }

  private void ask(String path, String authorization) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
        .header("Authorization", authorization)
        .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 204) {
      throw new IllegalStateException(path + ": " + status);
    }
  }
}
