package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application that brings an OpenTelemetry SDK and an exporter of its own has the spans that it has
 * under the agent without us, and ours are below the agent's current span. That of another SDK is never
 * current where there is an agent: the agent's doing, with us and without us.
 */
@Tag("matrix")
@Execution(ExecutionMode.CONCURRENT)
class OwnSdkIT {
  private static final Scenario[] SCENARIOS = {
    Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.BAD_REQUEST
  };
  private static final String WORK = "Main.work";

  @ParameterizedTest
  @ValueSource(strings = {"PRIVATE", "GLOBAL", "REGISTERED"})
  void isTheApplicationsAffair(String way) {
    Run stock = run(Launch.stock(Environment.current()), way);
    Run watched = run(Launch.in(Environment.current()), way);

    Invisibility.sawTheSame(stock, watched);
    Invisibility.sentTheSame(stock, watched);
    assertThat(watched.jvm().stdout().stream().filter(line -> line.startsWith("own|")))
        .hasSize(way.equals("GLOBAL") ? 0 : 3);
    assertThat(names(watched, "shop")).isEqualTo(names(stock, "shop"));
    assertThat(names(watched, "others"))
        .isEqualTo(names(stock, "others"))
        .containsExactly("global");
    ReceivedSpan current = way.equals("GLOBAL") ? named(watched, "order") : named(watched, WORK);
    for (Scenario scenario : SCENARIOS) {
      SpanCheck.of(watched, App.OPENAI_NEWEST, scenario).all();
      assertThat(Calls.span(watched, scenario).isChildOf(current)).isTrue();
    }
    assertThat(watched.received().sum("llm.requests", Map.of())).isEqualByComparingTo("4");
    assertThat(watched.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(watched.ledger().invoicedUsd());
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
  }

  private static Run run(Launch launch, String way) {
    return launch
        .property("otel.instrumentation.methods.include", "io.costspan.smoke.ownsdk.Main[work]")
        .run(Jdks.running(), (command, url, refusedPort) -> add(command, way, url, refusedPort));
  }

  private static void add(JvmCommand command, String way, String url, String refusedPort) {
    List<String> arguments = new ArrayList<>(List.of(way, url, refusedPort));
    List.of(SCENARIOS).forEach(scenario -> arguments.add(scenario.label()));
    command
        .classPath(List.of(Artifacts.app("own-sdk").resolve("target/app")))
        .main("io.costspan.smoke.ownsdk.Main", arguments.toArray(new String[0]));
  }

  private static List<String> names(Run run, String scope) {
    return run.received().spansOf(scope).stream().map(ReceivedSpan::name).toList();
  }

  private static ReceivedSpan named(Run run, String name) {
    return run.received().spans().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
