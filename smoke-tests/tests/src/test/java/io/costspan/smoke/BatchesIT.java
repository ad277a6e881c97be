package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedSpan;
import io.costspan.testbed.provider.Bill;
import io.costspan.testbed.provider.LedgerEntry;
import io.costspan.testbed.provider.Reported;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Batches are billed by the provider when they are made, and by us when they are read: once. */
class BatchesIT {

  private static final int MANY = 10_000;

  private static final String BILLED = "llm.batch.results.billed";

  @Test
  void openAisAreBilledOnceHoweverOftenTheirFilesAreRead() {
    Run run = checked(App.OPENAI_NEWEST, "io.costspan.smoke.openai.Batches");

    // Read, again, again async, errors; left, gone on with; retried. The file that is none:
    // none.
    assertThat(billed(run)).containsExactly(2L, 0L, 0L, 0L, 1L, 2L, 2L);
    assertThat(run.received().eventsNamed("llm.call"))
        .extracting(event -> event.attributes().string("gen_ai.operation.name"))
        .containsExactly("chat", "chat", "chat", "chat", "chat", "embeddings", "embeddings");
    assertThat(readings(run).get(4).attributes().string("llm.outcome")).isEqualTo("cancelled");
    assertThat(readings(run).get(4).attributes().string("llm.stream.end")).isEqualTo("closed");
    assertThat(run.received().sum("llm.unpriced", Map.of())).isZero();
  }

  @Test
  void anthropicsAreBilledOnceHoweverOftenTheyAreStreamed() {
    billedByAnthropic(App.ANTHROPIC_NEWEST);
  }

  @Test
  @Tag("matrix")
  void anthropicsAreBilledOnceInTheOldestVersionToo() {
    billedByAnthropic(App.ANTHROPIC_OLDEST);
  }

  private static void billedByAnthropic(App app) {
    Run run = checked(app, "io.costspan.smoke.anthropic.Batches");

    // Read, again, again async; left, gone on with; retried; beta.
    assertThat(billed(run)).hasSize(7).startsWith(3L, 0L, 0L).endsWith(1L, 2L);
    assertThat(billed(run).get(3)).isBetween(1L, 2L);
    assertThat(billed(run).get(3) + billed(run).get(4)).isEqualTo(3);
    // The one that did not say what it used.
    assertThat(run.received().sum("llm.unpriced", Map.of())).isEqualByComparingTo("1");
    assertThat(readings(run).get(0).attributes().integer("llm.batch.results.unpriced"))
        .isEqualTo(1);
  }

  /** The SDK's tap, and OkHttp's below it, which knows the host by a setting. */
  @Test
  void oneReadingIsOneWhereSeveralTapsSeeIt() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.endpoints", "127.0.0.1=openai")
        .run(Jdks.running(), program(App.OPENAI_NEWEST, "io.costspan.smoke.openai.Batches"));

    assertThat(billed(run)).containsExactly(2L, 0L, 0L, 0L, 1L, 2L, 2L);
  }

  /** As fast as it is read: the agent's queue of log records holds 2,048 unless it is told to. */
  @Test
  void aBatchOfManyIsBilledExactly() {
    Run run = Launch.in(Environment.current())
        .property("otel.blrp.max.queue.size", String.valueOf(2 * MANY))
        .run(
            Jdks.running(),
            (command, url, refusedPort) -> command
                .classPath(List.of(App.OPENAI_NEWEST.classPath()))
                .main("io.costspan.smoke.openai.Batches", url, String.valueOf(MANY)));

    assertThat(billed(run)).containsExactly((long) MANY);
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(run.ledger().invoicedUsd());
    eachEventIsWhatItsResultCost(run);
  }

  /** What holds for every batch: three sums that are one, and nobody notices. */
  private static Run checked(App app, String main) {
    Run plain = Launch.bare().run(Jdks.running(), program(app, main));
    Run run = Launch.in(Environment.current()).run(Jdks.running(), program(app, main));

    Invisibility.sawTheSame(plain, run);
    Invisibility.sentTheSame(plain, run);
    assertThat(run.received().sum("costspan.failures", Map.of())).isZero();
    assertThat(run.received().spansOf(Run.SCOPE)).isEqualTo(readings(run));
    BigDecimal invoiced = run.ledger().accountableUsd();
    assertThat(invoiced).isPositive();
    assertThat(run.received().sum("llm.cost", Map.of())).isEqualByComparingTo(invoiced);
    assertThat(BilledUsd.sum(
            run.received().eventsNamed("llm.call").stream().map(ReceivedEvent::attributes)))
        .isEqualByComparingTo(invoiced);
    assertThat(BilledUsd.sum(readings(run).stream().map(ReceivedSpan::attributes)))
        .isEqualByComparingTo(invoiced);
    assertThat(run.received().sum("llm.requests", Map.of()))
        .isEqualByComparingTo(BigDecimal.valueOf(run.ledger().entries().size()));
    assertThat(run.received().sum("llm.tokens", Map.of())).isEqualByComparingTo(tokens(run));
    assertThat(run.received().points("gen_ai.client.operation.duration")).isEmpty();
    eachEventIsWhatItsResultCost(run);
    return run;
  }

  private static void eachEventIsWhatItsResultCost(Run run) {
    List<ReceivedEvent> events = run.received().eventsNamed("llm.call");
    List<LedgerEntry> entries = run.ledger().entries();
    assertThat(events).hasSameSizeAs(entries);
    for (int i = 0; i < events.size(); i++) {
      var attributes = events.get(i).attributes();
      LedgerEntry entry = entries.get(i);
      assertThat(attributes.stringOrEmpty("gen_ai.response.id")).isEqualTo(entry.responseId());
      assertThat(attributes.string("gen_ai.response.model")).isEqualTo(entry.responseModel());
      assertThat(attributes.has("llm.duration")).isFalse();
      Bill bill = entry.bill();
      if (entry.reported() == Reported.FULL && bill != null) {
        assertThat(attributes.number("gen_ai.usage.cost.amount"))
            .isEqualTo(bill.total().doubleValue());
      } else {
        assertThat(attributes.has("gen_ai.usage.cost.amount")).isFalse();
      }
      assertThat(readings(run))
          .extracting(ReceivedSpan::traceId)
          .contains(events.get(i).traceId());
    }
  }

  private static BigDecimal tokens(Run run) {
    ToLongFunction<LedgerEntry> told = entry -> entry.reported() == Reported.FULL
        ? entry.tokens().input() + entry.tokens().output()
        : 0;
    return BigDecimal.valueOf(run.ledger().entries().stream().mapToLong(told).sum());
  }

  /** In the order in which they were read, which is that in which they ended. */
  private static List<ReceivedSpan> readings(Run run) {
    return run.received().spansOf(Run.SCOPE).stream()
        .filter(span -> span.name().equals("batch_results"))
        .toList();
  }

  private static List<Long> billed(Run run) {
    return readings(run).stream().map(span -> span.attributes().integer(BILLED)).toList();
  }

  private static Launch.Program program(App app, String main) {
    return (JvmCommand command, String url, String refusedPort) ->
        command.classPath(List.of(app.classPath())).main(main, url);
  }
}
