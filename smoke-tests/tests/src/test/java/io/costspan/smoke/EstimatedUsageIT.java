package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.Attributes;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams that tell no usage, counted with a tokenizer that the operator brings. */
@Tag("matrix")
class EstimatedUsageIT {
  private static final String SETTING = "otel.instrumentation.costspan.streams.estimate-with";

  private static final Scenario[] SCENARIOS = {
    Scenario.STREAM_NOT_ASKED,
    Scenario.STREAM_NOT_ASKED_CLOSED_EARLY,
    Scenario.STREAM,
    Scenario.STREAM_CLOSED_EARLY,
    Scenario.SYNC
  };

  @Test
  void isPricedAndTheApplicationSeesNothingOfIt() {
    estimated(App.OPENAI_NEWEST);
  }

  @Test
  @Tag("matrix")
  void isPricedInTheOldestVersionToo() {
    estimated(App.OPENAI_OLDEST);
  }

  @Test
  void isAbsentUnlessTheSettingSaysOtherwise() {
    absent(App.OPENAI_NEWEST);
  }

  @Test
  @Tag("matrix")
  void isAbsentInTheOldestVersionToo() {
    absent(App.OPENAI_OLDEST);
  }

  private static void estimated(App app) {
    Run plain = Launch.bare().scenariosOf(app, SCENARIOS);
    Run run = Launch.in(Environment.current())
        .property(SETTING, Artifacts.jtokkit().toString())
        .property("wait.for.thread", "costspan-vocabulary")
        .scenariosOf(app, SCENARIOS);

    Invisibility.sawTheSame(plain, run);
    for (int i = 0; i < plain.requests().size(); i++) {
      assertThat(run.requests().get(i).body()).isEqualTo(plain.requests().get(i).body());
    }
    // The frame of 6 and "user"; 7 for "scenario:plain Say a word."; 10 for "Word word 1 word 2
    // word
    // 3". gpt-4.1-mini: (14 × 0.40 + 10 × 1.60) / 1e6 USD.
    Attributes whole = estimated(run, Scenario.STREAM_NOT_ASKED);
    assertThat(whole.integer("gen_ai.usage.input_tokens")).isEqualTo(14);
    assertThat(whole.integer("gen_ai.usage.output_tokens")).isEqualTo(10);
    assertThat(whole.number("gen_ai.usage.cost.amount")).isEqualTo(0.0000216);
    assertThat(whole.string("llm.outcome")).isEqualTo("success");
    // "stream-held" has a token more. Whether "Word" had come when the stream was closed is open.
    Attributes closed = estimated(run, Scenario.STREAM_NOT_ASKED_CLOSED_EARLY);
    assertThat(closed.integer("gen_ai.usage.input_tokens")).isEqualTo(15);
    assertThat(closed.number("gen_ai.usage.cost.amount")).isIn(0.000006, 0.0000076);
    assertThat(closed.string("llm.outcome")).isEqualTo("cancelled");
    SpanCheck.of(run, app, Scenario.STREAM).costsWhatTheProviderBilled();
    SpanCheck.of(run, app, Scenario.SYNC).costsWhatTheProviderBilled();
    SpanCheck.of(run, app, Scenario.STREAM_CLOSED_EARLY).hasTheProvidersCounts();
  }

  private static void absent(App app) {
    Run run = Launch.in(Environment.current())
        .scenariosOf(app, Scenario.STREAM_NOT_ASKED, Scenario.STREAM_NOT_ASKED_CLOSED_EARLY);

    SpanCheck.of(run, app, Scenario.STREAM_NOT_ASKED).all();
    SpanCheck.of(run, app, Scenario.STREAM_NOT_ASKED_CLOSED_EARLY).all();
  }

  @Test
  void aJarThatIsNotThereIsOneWarningAndNoEstimate() {
    Run run = Launch.in(Environment.current())
        .property(SETTING, "/nowhere/jtokkit.jar")
        .property("wait.for.thread", "costspan-vocabulary")
        .scenariosOf(App.OPENAI_NEWEST, Scenario.STREAM_NOT_ASKED, Scenario.SYNC);

    List<String> warnings = run.jvm().stderr().stream()
        .filter(line -> line.contains(" WARN ") && line.contains("costspan"))
        .toList();
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains(SETTING, "/nowhere/jtokkit.jar", "used instead: none");
    SpanCheck.of(run, App.OPENAI_NEWEST, Scenario.STREAM_NOT_ASKED).hasTheProvidersCounts();
    SpanCheck.of(run, App.OPENAI_NEWEST, Scenario.SYNC).costsWhatTheProviderBilled();
  }

  private static Attributes estimated(Run run, Scenario scenario) {
    LedgerEventCheck.agreesWithItsSpan(run, scenario);
    Attributes span = Calls.span(run, scenario).attributes();
    assertThat(span.string("llm.usage.status")).isEqualTo("estimated");
    assertThat(span.string("gen_ai.usage.cost.source")).isEqualTo("local");
    assertThat(span.has("gen_ai.usage.cache_read.input_tokens")).isFalse();
    assertThat(span.has("gen_ai.usage.reasoning.output_tokens")).isFalse();
    assertThat(span.has("llm.unpriced.reason")).isFalse();
    return span;
  }
}
