package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that may do little, where there is still a security manager to say so. */
@Tag("matrix")
@EnabledForJreRange(max = JRE.JAVA_23)
class SecurityManagerIT {
  /** First what ends on a thread that may do nothing: the SDK makes some parts when it is first used. */
  private static final Scenario[] SCENARIOS = {
    Scenario.ASYNC_STREAM, Scenario.ASYNC, Scenario.SYNC, Scenario.STREAM, Scenario.BAD_REQUEST
  };

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_NEWEST", "JDK_CLIENT"})
  void isObeyedByTheApplicationAndNotInOurWay(App app) {
    Run plain = guarded(Launch.bare()).scenariosOf(app, SCENARIOS);
    Run watched = guarded(Launch.in(Environment.current()))
        .property("otel.javaagent.experimental.security-manager-support.enabled", "true")
        .scenariosOf(app, SCENARIOS);

    Invisibility.sawTheSame(plain, watched);
    Invisibility.sentTheSame(plain, watched);
    for (Scenario scenario : SCENARIOS) {
      SpanCheck.of(watched, app, scenario).all();
    }
    assertThat(watched.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(watched.ledger().invoicedUsd());
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
  }

  private static Launch guarded(Launch launch) {
    return launch
        .property("java.security.manager", "default")
        .property("java.security.policy", "=" + policy());
  }

  private static Path policy() {
    try {
      return Path.of(SecurityManagerIT.class.getResource("/little.policy").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
