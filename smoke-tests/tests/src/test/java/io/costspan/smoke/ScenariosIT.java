package io.costspan.smoke;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The newest version of each client on this JDK and the agent that we ship. */
class ScenariosIT {
  @TestFactory
  Stream<DynamicNode> everyScenarioIsOneSpanAndOneBill() {
    return Stream.of(App.values())
        .filter(App::isNewest)
        .map(app -> ScenarioChecks.of(app, Environment.current()));
  }
}
