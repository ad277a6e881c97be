package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedSpan;
import io.costspan.testbed.provider.Bill;
import io.costspan.testbed.provider.LedgerEntry;
import io.costspan.testbed.provider.Tokens;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.math.BigDecimal;
import java.util.List;

/** The span of one scenario against the contract (telemetry reference, section 1). */
final class SpanCheck {
  private final Run run;
  private final App app;
  private final Scenario scenario;
  private final Expectation expected;
  private final ReceivedSpan span;
  private final Attributes attributes;

  private SpanCheck(Run run, App app, Scenario scenario, Expectation expected) {
    this.run = run;
    this.app = app;
    this.scenario = scenario;
    this.expected = expected;
    this.span = Calls.span(run, scenario);
    this.attributes = span.attributes();
  }

  static SpanCheck of(Run run, App app, Scenario scenario) {
    return of(run, app, scenario, scenario);
  }

  /** The same of a scenario that is to come out as another one does. */
  static SpanCheck of(Run run, App app, Scenario scenario, Scenario like) {
    return new SpanCheck(run, app, scenario, Expectation.of(like, app));
  }

  void all() {
    assertAll(
        this::hasItsIdentity,
        this::saysHowItEnded,
        this::countsItsRetries,
        this::hasTheTransportBelowIt,
        this::saysWhatTheResponseSaid,
        this::hasTheProvidersCounts,
        this::costsWhatTheProviderBilled,
        this::saysWhatTheCacheSaved,
        () -> LedgerEventCheck.agreesWithItsSpan(run, scenario));
  }

  void hasItsIdentity() {
    String operation =
        Calls.isEmbeddings(scenario) ? "embeddings" : app.vendor().operation();
    assertThat(attributes.string("gen_ai.operation.name")).isEqualTo(operation);
    assertThat(attributes.string("gen_ai.provider.name")).isEqualTo(app.vendor().provider());
    assertThat(span.name()).isEqualTo(operation + " " + attributes.string("gen_ai.request.model"));
    assertThat(span.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(attributes.string("server.address")).isEqualTo("127.0.0.1");
    assertThat(attributes.integer("server.port"))
        .isEqualTo(
            scenario == Scenario.CONNECTION_REFUSED ? run.refusedPort() : run.providerPort());
  }

  void saysHowItEnded() {
    assertThat(attributes.string("llm.outcome")).isEqualTo(expected.outcome());
    String errorType = expected.errorType();
    assertThat(attributes.stringOrEmpty("error.type"))
        .isEqualTo(errorType == null ? "" : errorType);
    assertThat(span.status())
        .isEqualTo(
            errorType == null
                ? Status.StatusCode.STATUS_CODE_UNSET
                : Status.StatusCode.STATUS_CODE_ERROR);
    String streamEnd = expected.streamEnd();
    assertThat(attributes.stringOrEmpty("llm.stream.end"))
        .isEqualTo(streamEnd == null ? "" : streamEnd);
    if (streamEnd != null) {
      assertThat(attributes.value("gen_ai.request.stream")).isEqualTo(true);
    }
    if ("complete".equals(streamEnd)) {
      assertThat(attributes.number("gen_ai.response.time_to_first_chunk")).isPositive();
    }
  }

  void countsItsRetries() {
    long attempts = run.attemptsAt(scenario.number());
    if (attempts > 1) {
      assertThat(attributes.integer("http.request.resend_count")).isEqualTo(attempts - 1);
    } else {
      assertThat(attributes.has("http.request.resend_count")).isFalse();
    }
  }

  void hasTheTransportBelowIt() {
    if (app.has(Feature.LATE_SPANS)) {
      return;
    }
    List<ReceivedSpan> http = run.received().childrenOf(span).stream()
        .filter(child -> child.attributes().has("http.request.method"))
        .toList();
    boolean one = Calls.isEmbeddings(scenario) || app.hasOneTransportSpan();
    long attempts = one ? 1 : Math.max(1, run.attemptsAt(scenario.number()));
    assertThat(http).hasSize(Math.toIntExact(attempts));
  }

  void saysWhatTheResponseSaid() {
    if (!expected.responded()) {
      return;
    }
    LedgerEntry billed = Calls.billed(run, scenario);
    assertThat(attributes.string("gen_ai.request.model")).isEqualTo(billed.requestModel());
    assertThat(attributes.stringOrEmpty("gen_ai.response.model")).isEqualTo(billed.responseModel());
    assertThat(attributes.stringOrEmpty("gen_ai.response.id")).isEqualTo(billed.responseId());
    if (app.vendor().tellsTier() && !Calls.isEmbeddings(scenario)) {
      assertThat(attributes.string("openai.response.service_tier")).isEqualTo(billed.tier());
    }
  }

  void hasTheProvidersCounts() {
    assertThat(attributes.string("llm.usage.status")).isEqualTo(expected.usageStatus());
    switch (expected.usageStatus()) {
      case "measured" -> {
        Tokens tokens = Calls.billed(run, scenario).tokens();
        hasInput(tokens);
        has("gen_ai.usage.output_tokens", tokens.output());
        has("gen_ai.usage.reasoning.output_tokens", tokens.reasoning());
      }
      case "partial" -> {
        hasInput(Calls.billed(run, scenario).tokens());
        assertThat(attributes.has("gen_ai.usage.output_tokens")).isFalse();
      }
      default ->
        assertThat(attributes.asMap().keySet()).noneMatch(name -> name.endsWith("put_tokens"));
    }
  }

  void costsWhatTheProviderBilled() {
    if (!expected.isPriced()) {
      assertThat(attributes.asMap().keySet())
          .noneMatch(name -> name.startsWith("gen_ai.usage.cost") || name.startsWith("llm.cost"));
      String reason = expected.unpricedReason();
      assertThat(attributes.stringOrEmpty("llm.unpriced.reason"))
          .isEqualTo(reason == null ? "" : reason);
      return;
    }
    Bill bill = bill();
    costs("gen_ai.usage.cost.amount", bill.total());
    assertThat(attributes.string("gen_ai.usage.cost.currency")).isEqualTo("USD");
    assertThat(attributes.string("gen_ai.usage.cost.source")).isEqualTo("local");
    costs("llm.cost.input", bill.input());
    costs("llm.cost.cache_read", bill.cacheRead());
    costs("llm.cost.cache_write", bill.cacheWrite());
    costs("llm.cost.output", bill.output());
    assertThat(attributes.string("llm.price.entry")).startsWith(app.vendor().list() + "/");
    assertThat(attributes.string("llm.price.version")).matches("\\d{4}-\\d{2}-\\d{2}.*");
    assertThat(attributes.has("llm.unpriced.reason")).isFalse();
  }

  void saysWhatTheCacheSaved() {
    if (!expected.isPriced() || Calls.billed(run, scenario).tokens().cacheRead() == 0) {
      assertThat(attributes.has("llm.cache.saved")).isFalse();
      return;
    }
    assertThat(attributes.value("llm.cache.hit")).isEqualTo(true);
    assertThat(attributes.string("llm.cache.kind")).isEqualTo("prompt");
    costs("llm.cache.saved", bill().uncached().subtract(bill().total()));
  }

  private Bill bill() {
    Bill bill = Calls.billed(run, scenario).bill();
    assertThat(bill).as("the provider's own price").isNotNull();
    return bill;
  }

  private void hasInput(Tokens tokens) {
    assertThat(attributes.integer("gen_ai.usage.input_tokens")).isEqualTo(tokens.input());
    has("gen_ai.usage.cache_read.input_tokens", tokens.cacheRead());
    has("gen_ai.usage.cache_creation.input_tokens", tokens.cacheWrite());
  }

  /** A count of none may be reported as 0 or not at all; that is the provider's choice. */
  private void has(String name, long tokens) {
    long found = attributes.has(name) ? attributes.integer(name) : 0;
    assertThat(found).as(name).isEqualTo(tokens);
  }

  /** The nearest double to the exact amount, which prints with the same digits; absent when zero. */
  private void costs(String name, BigDecimal usd) {
    if (usd.signum() == 0) {
      assertThat(attributes.has(name)).as(name).isFalse();
    } else {
      assertThat(attributes.number(name)).as(name).isEqualTo(usd.doubleValue());
    }
  }
}
