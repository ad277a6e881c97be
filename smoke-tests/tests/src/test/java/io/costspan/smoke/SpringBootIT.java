package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.ReceivedSpan;
import io.costspan.testbed.provider.LedgerEntry;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An executable jar with nested jars, and the endpoint that was expensive. */
class SpringBootIT {
  private static Run run;

  @BeforeAll
  static void run() {
    run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.actions", "answers=GET /accept/{number} 2xx")
        .run(Jdks.running(), SpringBootIT::springBoot);
  }

  @Test
  void billsTheCallAndTheEndpointThatMadeIt() {
    assertThat(run.jvm().stdout()).anyMatch(line -> line.startsWith("/answer/31|200 "));
    for (LedgerEntry billed : run.ledger().entries()) {
      ReceivedSpan call = spanOf(billed.callNumber());
      ReceivedSpan server = localRootOf(call);
      double usd = billed.bill().total().doubleValue();
      assertThat(call.attributes().number("gen_ai.usage.cost.amount")).isEqualTo(usd);
      assertThat(server.attributes().number("llm.request.cost")).isEqualTo(usd);
      assertThat(server.attributes().integer("llm.request.calls")).isEqualTo(1);
      assertThat(server.attributes().integer("llm.request.tokens"))
          .isEqualTo(billed.tokens().input() + billed.tokens().output());
    }
    assertThat(run.ledger().entries()).hasSize(2);
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(2);
  }

  @Test
  void namesTheRouteAsTheFeature() {
    assertThat(spanOf(31).attributes().string("llm.feature")).isEqualTo("/answer/{number}");
    assertThat(spanOf(32).attributes().string("llm.feature")).isEqualTo("/stream/{number}");
  }

  @Test
  void countsTheActionsThatWereSuccessful() {
    assertThat(run.received().points("llm.actions")).singleElement().satisfies(actions -> {
      assertThat(actions.attributes().string("llm.feature")).isEqualTo("answers");
      assertThat(actions.attributes().string("tenant.id")).isEqualTo("unknown");
      assertThat(actions.sum()).isEqualTo(2L);
    });
  }

  private static void springBoot(JvmCommand command, String url, String refusedPort) {
    command.jar(
        Artifacts.app("spring-boot").resolve("target/app.jar"),
        "--provider=" + url,
        "/answer/31",
        "/stream/32",
        "/accept/31",
        "/accept/32",
        "/accept/0");
  }

  private static ReceivedSpan spanOf(long number) {
    return run.received().spansOf(Run.SCOPE).stream()
        .filter(span -> span.attributes().integer("gen_ai.request.max_tokens") == number)
        .findFirst()
        .orElseThrow();
  }

  /** The server span of the request: the one with a route in the trace of the call. */
  private static ReceivedSpan localRootOf(ReceivedSpan call) {
    List<ReceivedSpan> servers = run.received().spans().stream()
        .filter(span -> span.traceId().equals(call.traceId()))
        .filter(span -> span.attributes().has("http.route"))
        .filter(span -> span.attributes().has("url.path"))
        .toList();
    assertThat(servers).hasSize(1);
    return servers.get(0);
  }
}
