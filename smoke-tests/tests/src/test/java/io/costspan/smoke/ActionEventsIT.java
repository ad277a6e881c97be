package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.costspan.testbed.jvm.Jdks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions that an application tells of by an event of a log or of a span, however its agent is configured. */
@Tag("matrix")
class ActionEventsIT {
  private static final String ACTIONS = "paid=event:order.paid,seen=event:order.seen";

  @TempDir
  Path directory;

  @Test
  void countWithProperties() {
    countOnce(Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.actions", ACTIONS));
  }

  @Test
  void countWithAFileThatSaysSo() {
    countOnce(Launch.in(Environment.current())
        .configurationFile(ConfigurationFile.hearingOfEvents(directory, """
            instrumentation/development:
              java:
                costspan:
                  actions: "%s"
            """.formatted(ACTIONS))));
  }

  private static void countOnce(Launch launch) {
    Run run = launch.run(
        Jdks.running(),
        (command, url, refusedPort) -> command
            .classPath(List.of(Artifacts.app("own-sdk").resolve("target/app")))
            .main("io.costspan.smoke.ownsdk.Main", "GLOBAL", url, refusedPort));

    assertThat(run.jvm().stderr()).doesNotContain("Setting actions");
    assertThat(run.received().points("llm.actions"))
        .extracting(point -> point.attributes().string("llm.feature"), point -> point.sum())
        .containsExactlyInAnyOrder(tuple("paid", 1L), tuple("seen", 1L));
  }
}
