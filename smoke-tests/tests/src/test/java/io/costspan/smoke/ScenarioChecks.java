package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.costspan.smoke.runner.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Everything that must hold of one application in one environment: one JVM, many tests. */
final class ScenarioChecks {
  private static final Executor RUNS = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "plain run");
    thread.setDaemon(true);
    return thread;
  });

  private final String name;
  private final App app;
  private final Run plain;
  private final Run watched;

  private ScenarioChecks(App app, Environment environment) {
    this.name = app + " on " + environment;
    this.app = app;
    // At the same time: most of a run is one JVM that starts.
    CompletableFuture<Run> bare =
        CompletableFuture.supplyAsync(() -> Launch.plain(app, environment.jdk()), RUNS);
    this.watched = Launch.in(environment).allScenariosOf(app);
    this.plain = bare.join();
  }

  static DynamicContainer of(App app, Environment environment) {
    ScenarioChecks checks = new ScenarioChecks(app, environment);
    List<DynamicNode> nodes = new ArrayList<>(checks.ofTheWhole());
    app.scenarios().forEach(scenario -> nodes.add(checks.of(scenario)));
    return dynamicContainer(checks.name, nodes);
  }

  private List<DynamicTest> ofTheWhole() {
    MetricsCheck metrics = new MetricsCheck(watched, app);
    return List.of(
        test("sees what it sees without us", () -> Invisibility.sawTheSame(plain, watched)),
        test("sends what it sends without us", () -> Invisibility.sentTheSame(plain, watched)),
        test("tells nothing of what was said", () -> Secrecy.isKept(watched)),
        test("has one gen_ai span for each call", this::hasNoOtherSpans),
        test("counts every call once", metrics::countsEveryCallOnceByOutcome),
        test("counts tokens in disjoint kinds", metrics::countsTokensInDisjointKinds),
        test("costs what the provider billed", metrics::costsWhatTheProviderBilled),
        test("counts what is unpriced", metrics::countsWhatIsUnpricedByReason),
        test("has the histograms", metrics::hasTheConventionsHistogramsWithoutTenants),
        test("describes every instrument", metrics::describesEveryInstrument),
        test("failed nowhere", metrics::failedNowhere));
  }

  /** All that is wrong with a call is told at once. */
  private DynamicTest of(Scenario scenario) {
    return test(scenario.label(), () -> SpanCheck.of(watched, app, scenario).all());
  }

  /** Maven's report numbers dynamic tests instead of naming them, so the message has to. */
  private DynamicTest test(String what, Runnable check) {
    return dynamicTest(what, () -> {
      try {
        check.run();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(name + ": " + what + ": " + e.getMessage(), e);
      }
    });
  }

  /** Neither ours nor anybody else's: a second gen_ai span is a second bill in somebody's sum. */
  private void hasNoOtherSpans() {
    assertThat(watched.received().spans())
        .filteredOn(span -> span.attributes().has("gen_ai.operation.name"))
        .hasSize(app.scenarios().size())
        .allSatisfy(span -> assertThat(span.scope()).isEqualTo(Run.SCOPE));
  }
}
