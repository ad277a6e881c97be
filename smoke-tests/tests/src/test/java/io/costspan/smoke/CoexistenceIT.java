package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent's own LLM modules give way to us, unless we are off or somebody asks for them. */
@Tag("matrix")
@Execution(ExecutionMode.CONCURRENT)
class CoexistenceIT {
  private static final String UPSTREAM_SCOPE = "io.opentelemetry.openai-java-1.1";
  private static final String BEDROCK = "awssdk.v2_2.BedrockRuntimeInstrumentationModule]";

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theAgentsModulesAreOffByDefault(boolean v3Preview) {
    Run run = Launch.in(new Environment(Jdks.running(), Artifacts.currentAgent(), v3Preview))
        .property("otel.javaagent.debug", "true")
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertThat(run.received().spansOf(UPSTREAM_SCOPE)).isEmpty();
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(1);
    assertThat(run.jvm().stderr()).noneMatch(CoexistenceIT::saysThatBedrockIsOn);
  }

  @Test
  void theAgentsBedrockModuleIsOnForWhoeverSwitchesItOn() {
    Run run = Launch.in(Environment.current())
        .property("otel.javaagent.debug", "true")
        .property("otel.instrumentation.aws-sdk-2.2-bedrock-runtime.enabled", "true")
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertThat(run.jvm().stderr()).anyMatch(CoexistenceIT::saysThatBedrockIsOn);
    assertThat(run.received().spansOf(UPSTREAM_SCOPE)).isEmpty();
  }

  /** How a file is kept in memory is the agent's own affair, and has changed between these. */
  @ParameterizedTest
  @ValueSource(strings = {"2.30.0", "2.31.1"})
  @Tag("matrix")
  void theAgentsModulesAreOffByDefaultInAFileOfAnOlderAgent(String agent) {
    Run run = Launch.in(new Environment(Jdks.running(), agent, false))
        .property("otel.javaagent.debug", "true")
        .configurationFile(ConfigurationFile.in(directory, ""))
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertThat(run.received().spansOf(UPSTREAM_SCOPE)).isEmpty();
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(1);
    assertThat(run.jvm().stderr()).noneMatch(CoexistenceIT::saysThatBedrockIsOn);
  }

  @Test
  void theAgentsModuleIsOnForWhoeverSwitchesItOnInAFile() {
    Run run = Launch.in(Environment.current())
        .configurationFile(ConfigurationFile.in(directory, """
                distribution:
                  javaagent:
                    instrumentation:
                      enabled: [openai_java]
                """))
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertThat(run.received().spansOf(UPSTREAM_SCOPE)).hasSize(1);
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(1);
  }

  @Test
  void switchedOffByAPropertyWeLeaveEverythingAsItWas() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.enabled", "false")
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertOnlyTheAgentsOwn(run);
  }

  @Test
  void switchedOffInAFileWeLeaveEverythingAsItWas() {
    Run run = Launch.in(Environment.current())
        .configurationFile(ConfigurationFile.in(directory, """
                distribution:
                  javaagent:
                    instrumentation:
                      disabled: [costspan]
                """))
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertOnlyTheAgentsOwn(run);
  }

  private static void assertOnlyTheAgentsOwn(Run run) {
    assertThat(run.received().spansOf(UPSTREAM_SCOPE)).hasSize(1);
    assertThat(run.received().spansOf(Run.SCOPE)).isEmpty();
    assertThat(run.received().points()).noneMatch(point -> point.scope().equals(Run.SCOPE));
    assertThat(run.jvm().stderr())
        .filteredOn(line -> line.contains("Costspan"))
        .singleElement()
        .asString()
        .endsWith("is switched off");
  }

  // As opposed to "Loading instrumentation aws-sdk [class ...]", which every module gets.
  private static boolean saysThatBedrockIsOn(String line) {
    return line.contains(" Instrumentation ") && line.contains(BEDROCK);
  }
}
