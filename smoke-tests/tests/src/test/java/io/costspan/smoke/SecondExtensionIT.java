package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody else's extension beside ours, which sees all spans and has advice, inlined and isolated, on
 * methods that we tap: neither loses anything.
 */
@Tag("matrix")
class SecondExtensionIT {
  private static final App APP = App.OPENAI_NEWEST;
  private static final String EXTENSIONS = "otel.javaagent.extensions";
  private static final Path FOREIGN = Artifacts.app("foreign-extension").resolve("target/app");
  private static final Scenario[] SCENARIOS = {
    Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.CACHED_READ, Scenario.BAD_REQUEST
  };

  private static Run plain;
  private static Run withoutUs;

  @BeforeAll
  static void runWithoutUs() throws IOException {
    plain = Launch.bare().scenariosOf(APP, SCENARIOS);
    withoutUs = Launch.stock(Environment.current())
        .property(EXTENSIONS, foreign().toString())
        .scenariosOf(APP, SCENARIOS);
    assertThat(foreignSpans(withoutUs))
        .contains("com.openai.core.http.RetryingHttpClient.execute")
        .contains("com.openai.core.http.RetryingHttpClient.executeAsync")
        .contains("okhttp3.OkHttpClient.<init>");
  }

  @Test
  void isNamedAfterOurs() throws IOException {
    goesWith(Artifacts.extension() + "," + foreign());
  }

  @Test
  void isNamedBeforeOurs() throws IOException {
    goesWith(foreign() + "," + Artifacts.extension());
  }

  @Test
  void isInOneDirectoryWithOurs(@TempDir Path directory) throws IOException {
    Files.copy(Artifacts.extension(), directory.resolve("costspan.jar"));
    Files.copy(foreign(), directory.resolve("foreign.jar"));

    goesWith(directory.toString());
  }

  private static void goesWith(String extensions) {
    Run watched = Launch.in(Environment.current())
        .property(EXTENSIONS, extensions)
        .scenariosOf(APP, SCENARIOS);

    Invisibility.sawTheSame(plain, watched);
    Invisibility.sentTheSame(plain, watched);
    for (Scenario scenario : SCENARIOS) {
      SpanCheck.of(watched, APP, scenario).all();
    }
    assertThat(watched.received().sum("llm.requests", Map.of())).isEqualByComparingTo("5");
    assertThat(watched.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(watched.ledger().invoicedUsd());
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
    assertThat(watched.received().spans())
        .allMatch(span -> span.attributes().value("foreign").equals(true));
    assertThat(foreignSpans(watched)).isEqualTo(foreignSpans(withoutUs));
    assertThat(endsSeenByTheOther(watched)).containsExactlyInAnyOrderElementsOf(ends(watched));
  }

  private static List<String> foreignSpans(Run run) {
    return run.received().spansOf("foreign").stream()
        .map(ReceivedSpan::name)
        .sorted()
        .toList();
  }

  private static List<String> endsSeenByTheOther(Run run) {
    return run.jvm().stderr().stream()
        .filter(line -> line.startsWith("foreign|"))
        .toList();
  }

  private static List<String> ends(Run run) {
    return run.received().spansOf(Run.SCOPE).stream()
        .map(span -> "foreign|" + span.name() + "|" + span.attributes().string("llm.outcome"))
        .toList();
  }

  private static Path foreign() throws IOException {
    try (var jars = Files.list(FOREIGN)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }
}
