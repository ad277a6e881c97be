package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two tenants on the same two threads, told apart by the logging context, by named methods, by the
 * container's login and by tokens.
 */
class WhoIT {
  private static final int COUNT = 200;
  private static final long METHOD = 300_000;
  private static final long NESTED = 400_000;
  private static final long REFUSED = 1_000_000;

  private static Run run;

  @BeforeAll
  static void run() {
    run = Launch.in(Environment.current())
        .property(
            "otel.instrumentation.costspan.methods",
            "io.costspan.smoke.who.Copilot#draft(0)=copilot,"
                + "io.costspan.smoke.who.Copilot#nightly(0)=nightly,"
                + "io.costspan.smoke.who.Copilot#summarise=summary")
        .property(
            "otel.instrumentation.costspan.actions",
            "copilot=io.costspan.smoke.who.Copilot#draft,"
                + "summary=io.costspan.smoke.who.Copilot#summarise")
        .property(
            "otel.instrumentation.costspan.tenant.from", "method:0,mdc:tenant,claim:org.tenant")
        .property("otel.instrumentation.costspan.user.from", "principal,claim:sub")
        .property("otel.instrumentation.costspan.user.plain", "true")
        .run(
            Jdks.running(),
            (command, url, refusedPort) -> command
                .classPath(List.of(Artifacts.app("who").resolve("target/app")))
                .main("io.costspan.smoke.who.Main", url, String.valueOf(COUNT)));
  }

  @ParameterizedTest
  @CsvSource({
    "a loop with Logback's MDC, 100000, no",
    "a loop with Log4j's thread context, 200000, no",
    "a named method, 300000, no",
    "MDC of a request, 500000, no",
    "a token for Nimbus, 700000, yes",
    "a token for Auth0's library, 800000, yes",
    "a token for JJWT, 900000, yes"
  })
  void noCallIsOnTheWrongTenant(String way, long from, String user) {
    List<ReceivedSpan> calls = calls(from);

    assertThat(calls).as(way).hasSize(COUNT).allSatisfy(call -> {
      assertThat(call.attributes().string("tenant.id")).isEqualTo("tenant-" + parity(call));
      assertThat(call.attributes().stringOrEmpty("user.id"))
          .isEqualTo(user.equals("yes") ? "user-" + parity(call) : "");
    });
  }

  /** What another request has left in the logging context of these threads is not this one's. */
  @Test
  void theContainersLoginIsTheUserAndNobodyTheTenant() {
    assertThat(calls(600_000)).hasSize(COUNT).allSatisfy(call -> {
      assertThat(call.attributes().string("user.id")).isEqualTo("tenant-" + parity(call));
      assertThat(call.attributes().has("tenant.id")).isFalse();
    });
  }

  @Test
  void aTokenThatWasRefusedSaysNothing() {
    assertThat(calls(REFUSED)).hasSize(6).allSatisfy(call -> {
      assertThat(call.attributes().has("user.id")).isFalse();
      assertThat(call.attributes().has("tenant.id")).isFalse();
    });
  }

  @Test
  void aMethodIsAFeatureOnAnotherThreadToo() {
    assertThat(calls(METHOD))
        .extracting(call -> call.attributes().string("llm.feature"))
        .containsOnly("copilot");
  }

  @Test
  void theInnerMethodWinsUntilItThrows() {
    assertThat(calls(NESTED)).hasSize(2).allSatisfy(call -> {
      assertThat(call.attributes().string("llm.feature"))
          .isEqualTo(number(call) == NESTED ? "summary" : "nightly");
      assertThat(call.attributes().string("tenant.id")).isEqualTo("tenant-0");
    });
  }

  /** One that threw was none. */
  @Test
  void aMethodThatReturnsIsAnActionOfItsTenant() {
    assertThat(run.received().points("llm.actions"))
        .extracting(
            point -> point.attributes().string("llm.feature"),
            point -> point.attributes().string("tenant.id"),
            point -> point.sum())
        .containsExactlyInAnyOrder(
            tuple("copilot", "tenant-0", COUNT / 2L), tuple("copilot", "tenant-1", COUNT / 2L));
  }

  @Test
  void nothingElseIsToldToAnybody() {
    String all =
        run.received().spans() + run.received().events().toString() + run.jvm().stderr();
    assertThat(all).doesNotContain("hunter2").doesNotContain("eyJ");
  }

  private static List<ReceivedSpan> calls(long from) {
    return run.received().spansOf(Run.SCOPE).stream()
        .filter(call -> number(call) >= from && number(call) < from + 100_000)
        .toList();
  }

  private static long number(ReceivedSpan call) {
    return call.attributes().integer("gen_ai.request.max_tokens");
  }

  private static long parity(ReceivedSpan call) {
    return number(call) % 2;
  }
}
