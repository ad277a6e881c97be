package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider has moved, and its old address says so to whoever has a key. */
@Tag("matrix")
class RedirectsIT {
  private static final int TEMPORARY_REDIRECT = 307;
  private static final int UNAUTHORIZED = 401;
  private static final Scenario[] SCENARIOS = {
    Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.ASYNC_STREAM, Scenario.EMBEDDINGS
  };

  private final HttpServer oldAddress = listening();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile String newUrl = "";

  @AfterEach
  void close() {
    oldAddress.stop(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"OKHTTP_NEWEST", "JDK_CLIENT", "WEBCLIENT_NEWEST"})
  void aCallThatIsRedirectedIsOneCallWithOneBill(App app) {
    Run run = run(app, Map.of("follow.redirects", "true"), SCENARIOS);

    assertOneCallAndOneBillEach(run);
  }

  @Test
  void soIsACallThatIsSentAgainWithAKey() {
    Run run = run(
        App.WEBCLIENT_NEWEST,
        Map.of("follow.redirects", "true", "key.when.refused", "true"),
        SCENARIOS);

    assertThat(refused).hasValue(SCENARIOS.length);
    assertOneCallAndOneBillEach(run);
  }

  private static void assertOneCallAndOneBillEach(Run run) {
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(SCENARIOS.length).allSatisfy(span -> {
      assertThat(span.attributes().string("llm.outcome")).isEqualTo("success");
      assertThat(span.attributes().string("llm.usage.status")).isEqualTo("measured");
    });
    assertThat(run.ledger().entries()).hasSize(SCENARIOS.length);
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(run.ledger().invoicedUsd());
  }

  /** Apache's client takes no key to another port. */
  @ParameterizedTest
  @EnumSource(names = {"JDK_CLIENT", "APACHE5_NEWEST", "WEBCLIENT_NEWEST"})
  void aRedirectThatIsNotFollowedIsTheAnswer(App app) {
    Run run = run(app, Map.of(), Scenario.SYNC);

    List<ReceivedSpan> spans = run.received().spansOf(Run.SCOPE);
    assertThat(spans).hasSize(1);
    assertThat(spans.get(0).attributes().string("error.type"))
        .isEqualTo(String.valueOf(TEMPORARY_REDIRECT));
    assertThat(run.ledger().entries()).isEmpty();
    assertThat(run.received().sum("llm.cost", Map.of())).isZero();
  }

  private Run run(App app, Map<String, String> properties, Scenario... scenarios) {
    return Launch.in(Environment.current()).run(Jdks.running(), (command, url, refusedPort) -> {
      newUrl = url;
      properties.forEach(command::property);
      List<String> arguments = new ArrayList<>();
      arguments.add("http://127.0.0.1:" + oldAddress.getAddress().getPort());
      arguments.add(refusedPort);
      Stream.of(scenarios).map(Scenario::label).forEach(arguments::add);
      app.settings()
          .forEach(
              (name, value) -> command.property("otel.instrumentation.costspan." + name, value));
      command
          .classPath(List.of(app.classPath()))
          .main(app.mainClass(), arguments.toArray(new String[0]));
    });
  }

  private HttpServer listening() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "old-address");
        thread.setDaemon(true);
        return thread;
      }));
      server.createContext("/", exchange -> {
        try (exchange) {
          exchange.getRequestBody().readAllBytes();
          boolean known = exchange.getRequestHeaders().containsKey("Authorization");
          if (known) {
            exchange.getResponseHeaders().set("Location", newUrl + exchange.getRequestURI());
          } else {
            refused.incrementAndGet();
          }
          exchange.sendResponseHeaders(known ? TEMPORARY_REDIRECT : UNAUTHORIZED, 5);
          exchange.getResponseBody().write(new byte[] {'t', 'h', 'e', 'r', 'e'});
        }
      });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
