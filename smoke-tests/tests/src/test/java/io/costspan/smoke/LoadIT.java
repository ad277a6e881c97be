package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.provider.LedgerEntry;
import io.costspan.testbed.provider.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten thousand calls from sixteen threads: three sums that must be one. */
class LoadIT {
  private static final int CALLS = 10_000;

  @Test
  void metricsLedgerEventsAndTheProviderAgreeExactly() {
    Run run = run("always_on");
    BigDecimal invoiced = run.ledger().invoicedUsd();

    assertThat(run.ledger().entries()).hasSize(CALLS);
    assertThat(run.received().sum("llm.requests", Map.of()))
        .isEqualByComparingTo(BigDecimal.valueOf(CALLS));
    assertThat(run.received().sum("llm.cost", Map.of())).isEqualByComparingTo(invoiced);
    assertThat(sumOfEvents(run)).isEqualByComparingTo(invoiced);
    assertThat(run.received().sum("llm.tokens", Map.of()))
        .isEqualByComparingTo(BigDecimal.valueOf(tokens(run)));
    eachEventIsWhatItsCallCost(run);
  }

  @Test
  void samplingChangesNoSum() {
    Run sampledOut = run("always_off");

    assertThat(sampledOut.received().spans()).isEmpty();
    assertThat(sampledOut.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(sampledOut.ledger().invoicedUsd());
    assertThat(sampledOut.received().sum("llm.requests", Map.of()))
        .isEqualByComparingTo(BigDecimal.valueOf(CALLS));
    assertThat(sumOfEvents(sampledOut)).isEqualByComparingTo(sampledOut.ledger().invoicedUsd());
  }

  private static Run run(String sampler) {
    return Launch.in(Environment.current())
        .property("otel.traces.sampler", sampler)
        .run(Jdks.running(), LoadIT::load);
  }

  private static void load(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(App.OPENAI_NEWEST.classPath()))
        .main("io.costspan.smoke.openai.Load", url, String.valueOf(CALLS), "16");
  }

  private static BigDecimal sumOfEvents(Run run) {
    return run.received().eventsNamed("llm.call").stream()
        .map(event -> BigDecimal.valueOf(event.attributes().number("gen_ai.usage.cost.amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long tokens(Run run) {
    return run.ledger().entries().stream()
        .map(LedgerEntry::tokens)
        .mapToLong((Tokens tokens) -> tokens.input() + tokens.output())
        .sum();
  }

  private static void eachEventIsWhatItsCallCost(Run run) {
    Map<String, Double> usdById = new HashMap<>();
    for (ReceivedEvent event : run.received().eventsNamed("llm.call")) {
      usdById.put(
          event.attributes().string("gen_ai.response.id"),
          event.attributes().number("gen_ai.usage.cost.amount"));
    }
    assertThat(usdById).hasSize(CALLS);
    for (LedgerEntry entry : run.ledger().entries()) {
      assertThat(usdById.get(entry.responseId())).isEqualTo(entry.bill().total().doubleValue());
    }
  }
}
