package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client that tells its request only over a connection leaves of a call that gets none. */
class LateSpansIT {
  @Test
  void isASpanWithoutAModel() {
    Run run = Launch.in(Environment.current())
        .scenariosOf(App.WEBCLIENT_NEWEST, Scenario.CONNECTION_REFUSED);

    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(1).allSatisfy(span -> {
      assertThat(span.name()).isEqualTo("chat");
      assertThat(span.attributes().string("error.type")).isEqualTo("java.net.ConnectException");
      assertThat(span.attributes().has("gen_ai.request.model")).isFalse();
    });
    assertThat(run.received().sum("llm.requests", Map.of("llm.outcome", "error")))
        .isEqualByComparingTo("1");
  }
}
