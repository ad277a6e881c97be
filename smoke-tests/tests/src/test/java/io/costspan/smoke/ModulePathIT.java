package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications on the module path, whose jars are automatic modules or have a descriptor. */
@Tag("matrix")
class ModulePathIT {
  private static final Scenario[] SCENARIOS = {
    Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.ASYNC_STREAM, Scenario.BAD_REQUEST
  };

  @ParameterizedTest
  @CsvSource({"OPENAI_NEWEST, costspan.smoke.openai.newest", "JDK_CLIENT, costspan.smoke.jdk.client"
  })
  void isAsGoodAsTheClassPath(App app, String module) {
    Run plain = run(Launch.bare(), app, module);
    Run watched = run(Launch.in(Environment.current()), app, module);

    Invisibility.sawTheSame(plain, watched);
    Invisibility.sentTheSame(plain, watched);
    for (Scenario scenario : SCENARIOS) {
      SpanCheck.of(watched, app, scenario).all();
    }
    assertThat(watched.received().sum("llm.requests", Map.of())).isEqualByComparingTo("5");
    assertThat(watched.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(watched.ledger().invoicedUsd());
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
  }

  private static Run run(Launch launch, App app, String module) {
    return launch.run(Jdks.running(), (command, url, refusedPort) -> {
      List<String> arguments = new ArrayList<>();
      arguments.add(module + "/" + app.mainClass());
      arguments.addAll(List.of(url, refusedPort));
      List.of(SCENARIOS).forEach(scenario -> arguments.add(scenario.label()));
      add(command, app, arguments);
    });
  }

  private static void add(JvmCommand command, App app, List<String> arguments) {
    command
        .option("-p")
        .option(modulePath(app.classPath()))
        .option("--add-modules=ALL-DEFAULT,ALL-MODULE-PATH")
        .main("-m", arguments.toArray(new String[0]));
  }

  /** Without a jar of Okio's that says only which one to use, and has the same module's name. */
  private static String modulePath(Path directory) {
    try (var jars = Files.list(directory)) {
      return jars.map(Path::toString)
          .filter(jar -> !jar.matches(".*/okio-\\d[^/]*"))
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
