package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The applications without any agent: what everything else is compared with. */
class BaselineIT {
  @ParameterizedTest
  @EnumSource
  void reportsOfEveryScenarioItsSdkCanDo(App app) {
    Run plain = Launch.plain(app, Jdks.running());

    assertThat(labels(plain.jvm().stdout()))
        .containsExactlyInAnyOrderElementsOf(
            app.scenarios().stream().map(Scenario::label).toList());
  }

  @ParameterizedTest
  @EnumSource
  void asksTheProviderAsOftenAsItsScenariosSay(App app) {
    Run plain = Launch.plain(app, Jdks.running());

    // The refused connection never arrives, and two calls are made twice where the SDK retries.
    int retries = app.scenarios().contains(Scenario.RETRIED) ? 2 : 0;
    assertThat(plain.requests()).hasSize(app.scenarios().size() - 1 + retries);
    // Four refused connections, requests and servers are not billed.
    assertThat(plain.ledger().entries()).hasSize(app.scenarios().size() - 4);
  }

  private static Set<String> labels(List<String> lines) {
    Set<String> labels = new LinkedHashSet<>();
    lines.forEach(line -> labels.add(line.substring(0, line.indexOf('|'))));
    return labels;
  }
}
