package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Faults;
import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A jar of ours with one method that throws: the application goes on, and we say that we failed. */
class FaultInjectionIT {
  private static final Scenario[] SCENARIOS = {
    Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.ASYNC_STREAM, Scenario.BAD_REQUEST
  };

  @TempDir
  Path directory;

  private static Run plain;

  @BeforeAll
  static void runWithoutTheAgent() {
    plain = Launch.bare().scenariosOf(App.OPENAI_NEWEST, SCENARIOS);
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "tap.openai.OpenAiTap, tee, tap.openai",
    "tap.openai.OpenAiRequest, path, call",
    "wire.JsonWalk, token, wire",
    "price.PriceBook, quote, price",
  })
  void aRoomThatThrowsIsCountedAndSaidOnce(String type, String method, String site) {
    check(type, method, site);
  }

  @Tag("matrix")
  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "tap.openai.OpenAiRequest, writeJsonTo, wire",
    "wire.JsonRequestReader, feed, wire",
    "wire.JsonResponseReader, feed, wire",
    "wire.EventStreamResponseReader, feed, wire",
    "attribution.Attribution, resolve, attribution",
    "telemetry.LedgerEvents, record, event",
    "telemetry.LedgerSums, record, ledger",
    "telemetry.CallRecording, end, call",
  })
  void anyOtherPlaceThatThrowsIsToo(String type, String method, String site) {
    check(type, method, site);
  }

  private void check(String type, String method, String site) {
    PlantedFaults faults = PlantedFaults.in(directory, (type + '.' + method)::equals);
    assertThat(faults.count()).as("methods named " + method).isPositive();
    Launch launch = Launch.in(Environment.current());
    IntStream.range(0, faults.count())
        .forEach(fault -> launch.property(Faults.PROPERTY + fault, Faults.HAPPENING));

    Run watched = launch.run(
        Jdks.running(),
        (command, url, refusedPort) -> command
            .extension(faults.jar())
            .classPath(List.of(App.OPENAI_NEWEST.classPath()))
            .main(App.OPENAI_NEWEST.mainClass(), arguments(url, refusedPort)));

    Invisibility.sawTheSame(plain, watched);
    Invisibility.sentTheSame(plain, watched);
    assertThat(watched.received().sum("costspan.failures", Map.of("costspan.site", site)))
        .isPositive();
    assertThat(watched.jvm().stderr())
        .filteredOn(line -> line.contains("Costspan has a problem at " + site + ":"))
        .hasSize(1);
  }

  private static String[] arguments(String url, String refusedPort) {
    String[] arguments = new String[2 + SCENARIOS.length];
    arguments[0] = url;
    arguments[1] = refusedPort;
    for (int i = 0; i < SCENARIOS.length; i++) {
      arguments[2 + i] = SCENARIOS[i].label();
    }
    return arguments;
  }
}
