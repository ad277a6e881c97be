package io.costspan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitorsTest {
  private final Queue<String> baggage = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private Visitors visitors;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      baggage.add(exchange.getRequestHeaders().getFirst("baggage"));
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    server.start();
    visitors = new Visitors(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void saysWithEveryRequestOnWhoseBehalf() throws Exception {
    visitors.send(
        List.of(List.of(errand("acme", 200), errand("acme", 200)), List.of(errand("globex", 200))));

    assertThat(baggage)
        .containsExactlyInAnyOrder(
            "tenant.id=acme,session.id=s",
            "tenant.id=acme,session.id=s",
            "tenant.id=globex,session.id=s");
  }

  @Test
  void failsWhenAnAnswerIsNotTheExpectedOne() {
    assertThatThrownBy(() -> visitors.send(List.of(List.of(errand("acme", 400)))))
        .isInstanceOf(DemoFailure.class)
        .hasMessage("/draft of acme was answered with 200: ");
  }

  private static Errand errand(String tenant, int status) {
    return new Errand(tenant, "s", "/draft", "text", status);
  }
}
