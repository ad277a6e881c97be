package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.provider.Tokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator can choose, seen from outside. */
class SettingsIT {
  @TempDir
  Path directory;

  @Test
  void saysInOneLineWhatIsInForce() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.labels.max-tenants", "50")
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertThat(run.jvm().stderr())
        .filteredOn(line -> line.contains("ostspan"))
        .singleElement()
        .asString()
        .contains(" INFO ")
        .containsPattern(
            "Costspan \\d+\\.\\d+\\.\\d+: prices of \\d{4}-\\d\\d-\\d\\d for \\d+ models;"
                + " taps \\S+(?:, \\S+)*; settings labels\\.max-tenants=50$");
  }

  @Test
  void pricesWhatTheOperatorsOwnBookLists() throws IOException {
    Path book = Files.writeString(directory.resolve("prices.json"), """
            {"version": "2026-11-01", "entries": [
              {"id": "openai/house-model-1", "checked": "2026-11-01", "prices": [
                {"usd_per_million_tokens": [{"input": "1.00", "output": "2.00"}]}]}]}
            """);
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.pricing.file", book.toString())
        .scenariosOf(App.OPENAI_NEWEST, Scenario.UNKNOWN_MODEL, Scenario.SYNC);

    Attributes house = Calls.span(run, Scenario.UNKNOWN_MODEL).attributes();
    Tokens tokens = run.ledger().ofCall(Scenario.UNKNOWN_MODEL.number()).tokens();
    assertThat(house.string("llm.price.entry")).isEqualTo("openai/house-model-1");
    assertThat(house.string("llm.price.version")).isEqualTo("2026-11-01");
    assertThat(BigDecimal.valueOf(house.number("gen_ai.usage.cost.amount")))
        .isEqualByComparingTo(
            BigDecimal.valueOf(tokens.input() + 2 * tokens.output()).movePointLeft(6));
    SpanCheck.of(run, App.OPENAI_NEWEST, Scenario.SYNC).costsWhatTheProviderBilled();
  }

  @Test
  void takesAContractAndAnAliasFromAFileInYaml() throws IOException {
    Path contract = Files.writeString(directory.resolve("prices.yaml"), """
            discounts:
              - {provider: openai, times: 0.5}
            aliases:
              - {id: openai/house-model-1, as: openai/gpt-4.1-mini}
            """);
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.pricing.file", contract.toString())
        .scenariosOf(App.OPENAI_NEWEST, Scenario.UNKNOWN_MODEL);

    Attributes house = Calls.span(run, Scenario.UNKNOWN_MODEL).attributes();
    Tokens tokens = run.ledger().ofCall(Scenario.UNKNOWN_MODEL.number()).tokens();
    assertThat(house.string("llm.price.entry")).isEqualTo("openai/gpt-4.1-mini");
    // Half of 0.40 and 1.60 USD per million tokens.
    assertThat(BigDecimal.valueOf(house.number("gen_ai.usage.cost.amount")))
        .isEqualByComparingTo(
            BigDecimal.valueOf(2 * tokens.input() + 8 * tokens.output()).movePointLeft(7));
  }

  @Test
  void emitsTheNamesOfTheConventionsMainBranchWhenAsked() {
    Run run = Launch.in(Environment.current())
        .property("otel.semconv-stability.opt-in", "gen_ai_latest_experimental")
        .scenariosOf(App.ANTHROPIC_NEWEST, Scenario.CACHE_WRITE_5M);

    Attributes span = Calls.span(run, Scenario.CACHE_WRITE_5M).attributes();
    assertThat(span.integer("gen_ai.usage.cache_write.input_tokens")).isEqualTo(2_048);
    assertThat(span.has("gen_ai.usage.cache_creation.input_tokens")).isFalse();
    assertThat(run.received().points("gen_ai.client.inference.duration")).hasSize(1);
    assertThat(run.received().points("gen_ai.client.operation.duration")).isEmpty();
  }

  @Test
  void warnsOnceOfEachThingThatIsWrongInAFile() {
    Run run = Launch.in(Environment.current())
        .configurationFile(ConfigurationFile.in(directory, """
                instrumentation/development:
                  java:
                    costspan:
                      labels: {max_tenants: many}
                      native: 5
                      colour: red
                """))
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertThat(warnings(run))
        .hasSize(3)
        .satisfiesOnlyOnce(line -> assertThat(line).contains("labels.max-tenants", "many", "200"))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("native", "5", "suppress"))
        .satisfiesOnlyOnce(line -> assertThat(line).contains("costspan.colour"));
    SpanCheck.of(run, App.OPENAI_NEWEST, Scenario.SYNC).costsWhatTheProviderBilled();
  }

  @Test
  void isQuietWhenOpenTelemetryIsSwitchedOff() {
    Run plain = Launch.bare().scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC, Scenario.STREAM);
    Run run = Launch.in(Environment.current())
        .property("otel.sdk.disabled", "true")
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC, Scenario.STREAM);

    Invisibility.sawTheSame(plain, run);
    assertThat(warnings(run)).isEmpty();
    assertThat(run.exports()).isZero();
  }

  private static List<String> warnings(Run run) {
    return run.jvm().stderr().stream()
        .filter(line -> line.contains(" WARN ") && !line.contains("file_format"))
        .toList();
  }
}
