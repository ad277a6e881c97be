package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.Behaviour;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A collector that fails under load for half of the calls. It recovers by the calls that are made
 * meanwhile, so an application that waited for it would never end.
 */
@Tag("matrix")
class CollectorReturnsIT {
  private static final int CALLS = 2_000;

  private static Run plain;

  @BeforeAll
  static void runWithoutTheAgent() {
    plain = Launch.bare().run(Jdks.running(), CollectorReturnsIT::load);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCEPT")
  void toCountersThatMissNothing(Behaviour fault) {
    Run watched = Launch.in(Environment.current())
        .collector(fault, CALLS / 4, CALLS * 3 / 4)
        .property("otel.exporter.otlp.timeout", "600000")
        .property("otel.metric.export.interval", "100")
        .run(Jdks.running(), CollectorReturnsIT::load);

    assertThat(watched.jvm().stdout()).isEqualTo(plain.jvm().stdout());
    assertThat(watched.ledger().entries()).hasSize(CALLS);
    assertThat(watched.received().sum("llm.requests", Map.of()))
        .isEqualByComparingTo(BigDecimal.valueOf(CALLS));
    assertThat(watched.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(watched.ledger().invoicedUsd());
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
  }

  private static void load(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(App.OPENAI_NEWEST.classPath()))
        .main("io.costspan.smoke.openai.Load", url, String.valueOf(CALLS), "16");
  }
}
