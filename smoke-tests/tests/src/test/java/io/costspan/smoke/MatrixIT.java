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

/** The full product of SDKs, JDKs and agents, but for what {@link ScenariosIT} runs. */
@Tag("matrix")
class MatrixIT {
  @TestFactory
  Stream<DynamicNode> everyScenarioIsOneSpanAndOneBill() {
    return environments().stream()
        .flatMap(
            environment -> Stream.of(App.values()).map(app -> ScenarioChecks.of(app, environment)));
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
