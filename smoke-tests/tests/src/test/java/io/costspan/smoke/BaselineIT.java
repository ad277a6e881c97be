package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The applications without any agent: what everything else is compared with. */
class BaselineIT {
  private static final String OLDEST = ".*_OLDEST";

  private static final Set<Scenario> UNBILLED = EnumSet.of(
      Scenario.BAD_REQUEST,
      Scenario.BAD_REQUEST_ASYNC,
      Scenario.SERVER_ERROR,
      Scenario.CONNECTION_REFUSED);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = OLDEST)
  void isWhatTheScenariosSay(App app) {
    reportsOfEveryScenarioItsSdkCanDo(app);
    asksTheProviderAsOftenAsItsScenariosSay(app);
  }

  @Tag("matrix")
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = OLDEST)
  void isWhatTheScenariosSayForOldVersionsToo(App app) {
    reportsOfEveryScenarioItsSdkCanDo(app);
    asksTheProviderAsOftenAsItsScenariosSay(app);
  }

  private static void reportsOfEveryScenarioItsSdkCanDo(App app) {
    Run plain = Launch.plain(app, Jdks.running());

    assertThat(labels(plain.jvm().stdout()))
        .containsExactlyInAnyOrderElementsOf(
            app.scenarios().stream().map(Scenario::label).toList());
  }

  private static void asksTheProviderAsOftenAsItsScenariosSay(App app) {
    Run plain = Launch.plain(app, Jdks.running());

    assertThat(plain.requests())
        .hasSize(app.scenarios().stream().mapToInt(s -> attempts(app, s)).sum());
    assertThat(plain.ledger().entries()).hasSize((int)
        app.scenarios().stream().filter(s -> !UNBILLED.contains(s)).count());
  }

  private static int attempts(App app, Scenario scenario) {
    return switch (scenario) {
      case CONNECTION_REFUSED -> 0;
      case RETRIED, RETRIED_ASYNC -> 2;
      case SERVER_ERROR -> app.has(Feature.FIXED_RETRIES) ? 4 : 1;
      default -> 1;
    };
  }

  private static Set<String> labels(List<String> lines) {
    Set<String> labels = new LinkedHashSet<>();
    lines.forEach(line -> labels.add(line.substring(0, line.indexOf('|'))));
    return labels;
  }
}
