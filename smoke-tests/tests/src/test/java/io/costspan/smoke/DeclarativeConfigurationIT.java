package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent that is configured by a file reads no properties: everything must work all the same. */
class DeclarativeConfigurationIT {
  @TempDir
  Path directory;

  @Test
  void billsAsWithProperties() {
    Run run = launch("").scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC, Scenario.CACHED_READ);

    assertThat(run.received().spans())
        .filteredOn(span -> span.attributes().has("gen_ai.operation.name"))
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.scope()).isEqualTo(Run.SCOPE));
    assertThat(run.received().eventsNamed("llm.call")).hasSize(2);
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(run.ledger().invoicedUsd());
  }

  @Test
  void readsItsOwnSettingsFromTheFile() {
    Run run = launch("""
                instrumentation/development:
                  java:
                    costspan:
                      ledger:
                        enabled: false
                """).scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(1);
    assertThat(run.received().eventsNamed("llm.call")).isEmpty();
  }

  private Launch launch(String settings) {
    return Launch.in(Environment.current())
        .configurationFile(ConfigurationFile.in(directory, settings));
  }
}
