package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stream that only a setting asks for its usage: it is priced, and the application sees none of it. */
class AskedUsageIT {
  private static final Scenario[] SCENARIOS = {
    Scenario.STREAM_NOT_ASKED, Scenario.STREAM, Scenario.ASYNC_STREAM, Scenario.SYNC
  };

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_NEWEST", "OKHTTP_NEWEST"})
  void isPricedAndSeenByNobody(App app) {
    asked(app);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_OLDEST", "OKHTTP_OLDEST"})
  @Tag("matrix")
  void isPricedAndSeenByNobodyInTheOldestVersionEither(App app) {
    asked(app);
  }

  private static void asked(App app) {
    Run plain = Launch.bare().scenariosOf(app, SCENARIOS);
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.streams.ask-usage", "true")
        .scenariosOf(app, SCENARIOS);

    Invisibility.sawTheSame(plain, run);
    SpanCheck asked = SpanCheck.of(run, app, Scenario.STREAM_NOT_ASKED, Scenario.STREAM);
    asked.saysHowItEnded();
    asked.hasTheProvidersCounts();
    asked.costsWhatTheProviderBilled();
    assertThat(run.requests().get(0).body())
        .asString(StandardCharsets.UTF_8)
        .contains("\"stream_options\":{\"include_usage\":true}");
    // The other calls ask by themselves, or do not stream.
    for (int i = 1; i < plain.requests().size(); i++) {
      assertThat(run.requests().get(i).body()).isEqualTo(plain.requests().get(i).body());
    }
  }
}
