package io.costspan.smoke;

import io.costspan.testbed.jvm.Jdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Older versions of clients, JDKs and agents: the full product for the two SDKs that most others are
 * built on, and for the other clients each version and each JDK once.
 */
@Tag("matrix")
@Execution(ExecutionMode.CONCURRENT)
class MatrixIT {
  private static final List<App> EVERYWHERE =
      List.of(App.OPENAI_OLDEST, App.OPENAI_NEWEST, App.ANTHROPIC_OLDEST, App.ANTHROPIC_NEWEST);

  @TestFactory
  Stream<DynamicNode> everyScenarioIsOneSpanAndOneBill() {
    return environments().stream()
        .flatMap(
            environment -> EVERYWHERE.stream().map(app -> ScenarioChecks.of(app, environment)));
  }

  @TestFactory
  Stream<DynamicNode> soItIsWithTheOldestVersions() {
    return Stream.of(App.values())
        .filter(app -> !app.isNewest())
        .map(app -> ScenarioChecks.of(app, Environment.current()));
  }

  @TestFactory
  Stream<DynamicNode> soItIsOnTheNewestJdk() {
    Environment newest = new Environment(Jdks.jdk25(), Artifacts.currentAgent(), false);
    return Stream.of(App.values())
        .filter(app -> app.isNewest() && !EVERYWHERE.contains(app))
        .map(app -> ScenarioChecks.of(app, newest));
  }

  /** The oldest agent that we promise. */
  @TestFactory
  Stream<DynamicNode> soItIsOnTheOldestAgent() {
    Environment oldest = new Environment(Jdks.running(), "2.30.0", false);
    return Stream.of(App.OPENAI_NEWEST, App.ANTHROPIC_NEWEST, App.JDK_CLIENT)
        .map(app -> ScenarioChecks.of(app, oldest));
  }

  private static List<Environment> environments() {
    Set<Path> jdks = new LinkedHashSet<>(List.of(Jdks.running(), Jdks.jdk25()));
    List<Environment> environments = new ArrayList<>();
    for (Path jdk : jdks) {
      environments.add(new Environment(jdk, "2.31.1", false));
      environments.add(new Environment(jdk, Artifacts.currentAgent(), false));
      environments.add(new Environment(jdk, Artifacts.currentAgent(), true));
    }
    environments.remove(Environment.current());
    return environments;
  }
}
