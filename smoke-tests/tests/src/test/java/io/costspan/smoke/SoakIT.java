package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.soak.Plan;
import io.costspan.smoke.runner.soak.Work;
import io.costspan.testbed.jvm.AgentJvm;
import io.costspan.testbed.jvm.AgentRun;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.provider.ProviderServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five clients in one JVM make calls of all shapes at once, by a plan that a seed fixes, and all that
 * comes out is compared with what the provider sent and the application saw. {@code -Dsoak.seed}
 * repeats a plan, {@code -Dsoak.duration=PT1H} says how long.
 */
@Tag("soak")
@Tag("matrix")
class SoakIT {
  private static final int WORKS_OF_A_ROUND = 300;
  private static final int THREADS = 16;
  private static final String SETTING = "otel.instrumentation.costspan.";

  private final HttpClient client = HttpClient.newHttpClient();
  private final long seed = Long.getLong("soak.seed", new SecureRandom().nextLong());
  private final Duration duration = Duration.parse(System.getProperty("soak.duration"));
  private final SoakCounters counters = new SoakCounters();
  private final SoakHeap heap = new SoakHeap();

  private final SoakHeld held;
  private long rounds;
  private long calls;

  SoakIT(@TempDir Path dumps) {
    this.held = new SoakHeld(dumps);
  }

  @Test
  void spansMetricsAndLedgerAreWhatTheModelSays() {
    System.out.println("soak.seed=" + seed + " for " + duration);
    try {
      Run run = soak();
      counters.areIn(run.received());
      assertThat(run.received().spansOf(Run.SCOPE))
          .as("spans after the last round")
          .isEmpty();
      assertThat(run.received().eventsNamed("llm.call")).as("events after it").isEmpty();
      assertThat(run.received().points("costspan.failures")).isEmpty();
      heap.isFlat();
      held.isFlat();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "soak.seed=" + seed + ", round " + rounds + ": " + e.getMessage(), e);
    }
    System.out.println("soak: " + calls + " calls in " + rounds + " rounds, " + heap + ", " + held);
  }

  private Run soak() {
    return Launch.in(Environment.current())
        .property(SETTING + "tenant.from", "baggage:tenant.id,mdc:tenant")
        .property(SETTING + "feature.from", "baggage:llm.feature,mdc:feature")
        .property(SETTING + "endpoints", "http://127.0.0.1:*/v1/responses=openai")
        // The way in, by which works are ordered: not to be the root of what they do.
        .property("otel.instrumentation.java-http-server.enabled", "false")
        .run(Jdks.running(), this::application, this::live);
  }

  private void application(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(Artifacts.app("soak").resolve("target/app")))
        .main("io.costspan.smoke.soak.Main", url, refusedPort, "" + seed, "" + THREADS);
  }

  private AgentRun live(JvmCommand command, ProviderServer provider, Received received) {
    try (AgentJvm jvm = AgentJvm.start(command, Launch.PATIENCE)) {
      rounds(SoakHeap.WARM_UP_ROUNDS, false, jvm.port(), provider, received);
      rounds(SoakHeld.DUMPS, true, jvm.port(), provider, received);
      long start = System.nanoTime();
      while (rounds < SoakHeap.MIN_ROUNDS || System.nanoTime() - start < duration.toNanos()) {
        rounds(1, false, jvm.port(), provider, received);
      }
      rounds(SoakHeld.DUMPS, true, jvm.port(), provider, received);
      AgentRun run = jvm.end();
      assertThat(run.exitCode()).as(() -> "stderr: " + run.stderr()).isEqualTo(Launch.TERMINATED);
      return run;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void rounds(
      int count, boolean dumped, int port, ProviderServer provider, Received received)
      throws InterruptedException {
    for (int i = 0; i < count; i++) {
      round(port, provider, received);
      if (dumped) {
        held.look(file -> words(port, "/dump" + file));
      }
    }
  }

  private void round(int port, ProviderServer provider, Received received)
      throws InterruptedException {
    long from = rounds * WORKS_OF_A_ROUND;
    List<Work> works = new Plan(seed).works(from, WORKS_OF_A_ROUND);
    Map<Long, String> seen = words(port, "/works/" + from + "/" + WORKS_OF_A_ROUND).stream()
        .collect(Collectors.toMap(line -> Long.valueOf(line[0]), line -> line[1]));
    Runnable collection = () -> heap.look(words(port, "/heap/" + SoakHeap.IN_FLIGHT));
    List<SoakCall> made =
        new SoakRound(works, seen, provider, received, collection).agrees().calls();
    made.forEach(counters::add);
    collection.run();
    heap.keep();
    calls += made.size();
    rounds++;
  }

  /** Lines of two words. */
  private List<String[]> words(int port, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    List<String[]> words = new ArrayList<>();
    try {
      client
          .send(request, BodyHandlers.ofLines())
          .body()
          .forEach(line -> words.add(line.split("\\|", 2)));
      return words;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
