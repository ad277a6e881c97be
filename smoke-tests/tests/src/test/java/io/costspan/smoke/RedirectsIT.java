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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider has moved, and its old address says so. */
@Tag("matrix")
class RedirectsIT {
  private static final int TEMPORARY_REDIRECT = 307;

  private final HttpServer oldAddress = listening();
  private volatile String newUrl = "";

  @AfterEach
  void close() {
    oldAddress.stop(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"OKHTTP_NEWEST", "JDK_CLIENT", "WEBCLIENT"})
  void aCallThatIsRedirectedIsOneCallWithOneBill(App app) {
    Scenario[] scenarios = {
      Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.ASYNC_STREAM, Scenario.EMBEDDINGS
    };

    Run run = run(app, true, scenarios);

    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(scenarios.length).allSatisfy(span -> {
      assertThat(span.attributes().string("llm.outcome")).isEqualTo("success");
      assertThat(span.attributes().string("llm.usage.status")).isEqualTo("measured");
    });
    assertThat(run.ledger().entries()).hasSize(scenarios.length);
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(run.ledger().invoicedUsd());
  }

  /** Apache's client takes no key to another port. */
  @ParameterizedTest
  @EnumSource(names = {"JDK_CLIENT", "APACHE5_NEWEST", "WEBCLIENT"})
  void aRedirectThatIsNotFollowedIsTheAnswer(App app) {
    Run run = run(app, false, Scenario.SYNC);

    List<ReceivedSpan> spans = run.received().spansOf(Run.SCOPE);
    assertThat(spans).hasSize(1);
    assertThat(spans.get(0).attributes().string("error.type"))
        .isEqualTo(String.valueOf(TEMPORARY_REDIRECT));
    assertThat(run.ledger().entries()).isEmpty();
    assertThat(run.received().sum("llm.cost", Map.of())).isZero();
  }

  private Run run(App app, boolean follow, Scenario... scenarios) {
    return Launch.in(Environment.current())
        .property("follow.redirects", String.valueOf(follow))
        .run(Jdks.running(), (command, url, refusedPort) -> {
          newUrl = url;
          List<String> arguments = new ArrayList<>();
          arguments.add("http://127.0.0.1:" + oldAddress.getAddress().getPort());
          arguments.add(refusedPort);
          Stream.of(scenarios).map(Scenario::label).forEach(arguments::add);
          app.settings()
              .forEach((name, value) ->
                  command.property("otel.instrumentation.costspan." + name, value));
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
          exchange.getResponseHeaders().set("Location", newUrl + exchange.getRequestURI());
          exchange.sendResponseHeaders(TEMPORARY_REDIRECT, 5);
          exchange.getResponseBody().write(new byte[] {'m', 'o', 'v', 'e', 'd'});
        }
      });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
