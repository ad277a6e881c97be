package io.costspan.smoke;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request to a server.
 *
 * @param number of the first call that it makes
 * @param payer who is to pay for all of them
 * @param headers in which the request says so
 */
record Visit(Server.Way way, long number, ExpectedPayer payer, Map<String, String> headers) {

  /** A request whose tenant and session stand in its baggage. */
  static Visit withBaggage(Server.Way way, long number, String tenant, @Nullable String session) {
    String baggage = "tenant.id=" + tenant + (session == null ? "" : ",session.id=" + session);
    ExpectedPayer payer = new ExpectedPayer(tenant, session, way.feature());
    return new Visit(way, number, payer, Map.of("baggage", baggage));
  }

  /** A request whose tenant stands in a header, and which belongs to no session. */
  static Visit withHeader(Server.Way way, long number, String tenant) {
    ExpectedPayer payer = new ExpectedPayer(tenant, null, way.feature());
    return new Visit(way, number, payer, Map.of("X-Tenant-Id", tenant));
  }

  HttpRequest to(int port) {
    URI uri = URI.create("http://127.0.0.1:" + port + way.pathOf(number));
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    headers.forEach(request::header);
    return request.build();
  }

  /** By call number. */
  Map<Long, ExpectedPayer> payers() {
    Map<Long, ExpectedPayer> payers = new TreeMap<>();
    for (int i = 0; i < way.calls(); i++) {
      payers.put(number + i, payer);
    }
    return payers;
  }
}
