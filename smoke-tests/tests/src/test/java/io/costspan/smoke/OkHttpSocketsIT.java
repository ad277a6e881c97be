package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A home-made client of Realtime, on OkHttp's WebSockets. */
class OkHttpSocketsIT {

  @Test
  void everyResponseIsOneCallAtTheProvidersPrice() throws InterruptedException {
    billed(App.OKHTTP_NEWEST);
  }

  @Test
  @Tag("matrix")
  void everyResponseIsOneCallInTheOldestVersionToo() throws InterruptedException {
    billed(App.OKHTTP_OLDEST);
  }

  @Test
  void aConnectionToAnUnknownHostCarriesNoCalls() throws InterruptedException {
    unknown(App.OKHTTP_NEWEST);
  }

  @Test
  @Tag("matrix")
  void aConnectionToAnUnknownHostCarriesNoCallsInTheOldestVersionEither()
      throws InterruptedException {
    unknown(App.OKHTTP_OLDEST);
  }

  private static void billed(App app) throws InterruptedException {
    try (SocketProvider provider = SocketProvider.open()) {
      Run plain = Launch.bare().run(Jdks.running(), program(app, provider));
      provider.forget();
      Run watched = Launch.in(Environment.current())
          .property("otel.instrumentation.costspan.endpoints", "127.0.0.1=openai")
          .run(Jdks.running(), program(app, provider));

      Invisibility.sawTheSame(plain, watched);
      assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
      billed(watched, provider.ledger());
      assertThat(ofCall(watched, 2303).string("llm.outcome")).isEqualTo("cancelled");
      assertThat(ofCall(watched, 2304).string("llm.outcome")).isEqualTo("error");
      assertThat(ofCall(watched, 2305).string("error.type"))
          .isEqualTo("java.lang.IllegalStateException");
      assertThat(ofCall(watched, 2306).string("llm.outcome")).isEqualTo("cancelled");
      assertThat(ofCall(watched, 2307).string("error.type")).isEqualTo("java.net.ConnectException");
      assertThat(watched.received().spansOf(Run.SCOPE)).hasSize(8);
    }
  }

  private static void unknown(App app) throws InterruptedException {
    try (SocketProvider provider = SocketProvider.open()) {
      Run watched = Launch.in(Environment.current()).run(Jdks.running(), program(app, provider));

      assertThat(watched.received().spansOf(Run.SCOPE)).isEmpty();
    }
  }

  private static void billed(Run run, Map<String, BigDecimal> ledger) {
    assertThat(ledger.keySet()).isEqualTo(Set.of("resp_2301", "resp_2302", "resp_2308"));
    ledger.forEach((id, usd) -> assertThat(
            ofCall(run, Long.parseLong(id.substring("resp_".length())))
                .number("gen_ai.usage.cost.amount"))
        .as(id)
        .isEqualTo(usd.doubleValue()));
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(ledger.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static Launch.Program program(App app, SocketProvider provider) {
    return (command, url, refusedPort) -> command
        .classPath(List.of(app.classPath()))
        .main("io.costspan.smoke.okhttp.Sockets", provider.url(), refusedPort);
  }

  private static Attributes ofCall(Run run, long number) {
    List<Attributes> found = run.received().spansOf(Run.SCOPE).stream()
        .map(ReceivedSpan::attributes)
        .filter(span -> span.integer("gen_ai.request.max_tokens") == number)
        .toList();
    assertThat(found).as("call %d", number).hasSize(1);
    return found.get(0);
  }
}
