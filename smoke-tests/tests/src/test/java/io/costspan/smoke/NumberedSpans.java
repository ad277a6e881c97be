package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The spans of numbered calls: exactly one of each. */
final class NumberedSpans {
  private final Run run;
  private final int calls;
  private final Map<Long, Attributes> spans = new HashMap<>();

  NumberedSpans(Run run, int calls) {
    this.run = run;
    this.calls = calls;
    for (ReceivedSpan span : run.received().spansOf(Run.SCOPE)) {
      long number = span.attributes().integer("gen_ai.request.max_tokens");
      assertThat(spans.put(number, span.attributes()))
          .as("a second span of %d", number)
          .isNull();
    }
    assertThat(spans).hasSize(calls);
  }

  Attributes of(int call) {
    Attributes span = spans.get((long) RecordedProvider.FIRST + call);
    assertThat(span).as("span of call %d", call).isNotNull();
    return span;
  }

  boolean isPriced(int call) {
    return of(call).has(BilledUsd.ATTRIBUTE);
  }

  void costs(int call, BigDecimal usd) {
    assertThat(of(call).number(BilledUsd.ATTRIBUTE))
        .as("call %d", call)
        .isEqualTo(usd.doubleValue());
    assertThat(of(call).string("llm.usage.status")).as("call %d", call).isEqualTo("measured");
  }

  /** It cost something, and nobody knows what: that is never nothing. */
  void isUnpriced(int call, String usageStatus) {
    Attributes span = of(call);
    assertThat(span.string("llm.usage.status")).as("call %d", call).isEqualTo(usageStatus);
    assertThat(span.has(BilledUsd.ATTRIBUTE))
        .as("cost of call %d: %s", call, span)
        .isFalse();
    assertThat(span.string("llm.unpriced.reason"))
        .as("call %d", call)
        .isEqualTo(usageStatus.equals("partial") ? "partial_usage" : "no_usage");
  }

  /** Refused: nobody pays for it, and nothing is missing. */
  void isFree(int call) {
    assertThat(of(call).has(BilledUsd.ATTRIBUTE)).as("cost of call %d", call).isFalse();
    assertThat(of(call).has("llm.unpriced.reason")).as("call %d", call).isFalse();
  }

  long resends(int call) {
    Attributes span = of(call);
    String name = "http.request.resend_count";
    return span.has(name) ? span.integer(name) : 0;
  }

  /** Each call is billed as one, or told nothing of its usage; and so in counters and events. */
  void areBilled(IntPredicate isBilled, BigDecimal usd) {
    int billed = 0;
    for (int call = 0; call < calls; call++) {
      if (isBilled.test(call)) {
        billed++;
        costs(call, usd);
      } else {
        isUnpriced(call, "absent");
      }
    }
    sumUpTo(usd.multiply(BigDecimal.valueOf(billed)), calls - billed);
  }

  /** The counters and the ledger events say what the spans are expected to say. */
  void sumUpTo(BigDecimal usd, int unpriced) {
    assertThat(sum("llm.requests")).isEqualByComparingTo(BigDecimal.valueOf(calls));
    assertThat(sum("llm.cost")).isEqualByComparingTo(usd);
    assertThat(sum("llm.unpriced")).isEqualByComparingTo(BigDecimal.valueOf(unpriced));
    assertThat(sum("costspan.failures")).isZero();
    List<ReceivedEvent> events = run.received().eventsNamed("llm.call");
    assertThat(events).hasSize(calls);
    assertThat(BilledUsd.sum(events.stream().map(ReceivedEvent::attributes)))
        .isEqualByComparingTo(usd);
  }

  private BigDecimal sum(String metric) {
    return run.received().sum(metric, Map.of());
  }
}
