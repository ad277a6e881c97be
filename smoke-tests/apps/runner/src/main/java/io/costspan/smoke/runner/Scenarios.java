package io.costspan.smoke.runner;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The main program of every application. Arguments: URL of the provider, a port that nobody listens
 * on, and the labels of the scenarios or {@code all}. They run one after the other. Or the arguments
 * of {@link Repeated} or of {@link Faults}.
 */
public final class Scenarios {
  private static final int PATIENCE_SECONDS = 60;

  private final Connector connector;
  private final LlmSdk sdk;
  private final ProviderGate gate;
  private final String refusedPort;
  private final Report report;

  private Scenarios(Connector connector, String url, String refusedPort) {
    this.connector = connector;
    this.sdk = connector.connect(url, 2);
    this.gate = new ProviderGate(url);
    this.refusedPort = refusedPort;
    this.report = new Report(System.out, sdk, refusedPort);
  }

  /** Ends the JVM: some clients leave threads behind that would keep it alive for a minute. */
  public static void main(Connector connector, String... args) {
    try {
      if (args[1].equals(Repeated.WORD)) {
        Repeated.run(connector, args);
      } else if (args[1].equals(Faults.WORD)) {
        Faults.run(connector, args);
      } else {
        run(connector, args);
      }
    } catch (Exception | Error e) {
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  public static void run(Connector connector, String... args) {
    Warmup.await();
    Scenarios scenarios = new Scenarios(connector, args[0], args[1]);
    Trouble trouble = Trouble.now();
    trouble.before(scenarios.sdk, scenarios.gate);
    scenarios.wanted(List.of(args).subList(2, args.length)).forEach(scenarios::run);
    trouble.after(scenarios.sdk, scenarios.gate);
  }

  private List<Scenario> wanted(List<String> labels) {
    if (labels.equals(List.of("all"))) {
      return Arrays.stream(Scenario.values())
          .filter(scenario -> scenario.isPossibleWith(sdk.features()))
          // Is made by the callback of another one.
          .filter(scenario -> scenario != Scenario.FROM_CALLBACK)
          .toList();
    }
    return labels.stream().map(Scenario::ofLabel).toList();
  }

  private void run(Scenario scenario) {
    try {
      see(scenario);
    } catch (RuntimeException e) {
      report.failed(scenario, "threw", e);
    }
  }

  private void see(Scenario scenario) {
    Ask ask = scenario.ask();
    switch (scenario) {
      case ASYNC, BAD_REQUEST_ASYNC, RETRIED_ASYNC -> async(scenario, sdk.callAsync(ask));
      case STREAM, STREAM_CUT_OFF, CORRUPT_CHUNK, REASONING_STREAM ->
        all(scenario, sdk.stream(ask));
      case STREAM_WITHOUT_USAGE, STREAM_NOT_ASKED ->
        all(scenario, sdk.stream(ask.withoutStreamUsage()));
      case STREAM_CLOSED_EARLY -> first(scenario, sdk.streamToLeave(ask));
      case STREAM_NOT_ASKED_CLOSED_EARLY ->
        first(scenario, sdk.streamToLeave(ask.withoutStreamUsage()));
      case ASYNC_STREAM -> asyncStream(scenario, ask);
      case RAW_PARSED -> raw(scenario, sdk.raw(ask), true);
      case RAW_UNREAD -> raw(scenario, sdk.raw(ask), false);
      case WITH_OPTIONS -> result(scenario, sdk.withOptions().call(ask));
      case STRUCTURED -> result(scenario, sdk.structured(ask));
      case SERVER_ERROR ->
        result(scenario, connector.connect(gate.providerUrl(), 0).call(ask));
      case CONNECTION_REFUSED -> result(scenario, nobody().call(ask));
      case CANCELLED_FUTURE -> cancelled(scenario, ask);
      case WITH_CALLBACK -> callback(scenario, ask);
      case RESPONSES -> result(scenario, sdk.responses(ask));
      case RESPONSES_STREAM -> all(scenario, sdk.responsesStream(ask));
      case EMBEDDINGS -> result(scenario, sdk.embed(ask, false));
      case EMBEDDINGS_BASE64 -> result(scenario, sdk.embed(ask, true));
      case CACHE_WRITE_5M -> result(scenario, sdk.callCaching(ask, false));
      case CACHE_WRITE_1H -> result(scenario, sdk.callCaching(ask, true));
      case CACHE_WRITE_1H_STREAM -> all(scenario, sdk.streamCaching(ask, true));
      default -> result(scenario, sdk.call(ask));
    }
  }

  private LlmSdk nobody() {
    return connector.connect("http://127.0.0.1:" + refusedPort, 0);
  }

  private void result(Scenario scenario, Object result) {
    report.saw(scenario, "result", result);
  }

  private void all(Scenario scenario, Chunks chunks) {
    try (chunks) {
      chunks.all().forEach(chunk -> report.saw(scenario, "chunk", chunk));
    }
    report.saw(scenario, "closed", "");
  }

  private void first(Scenario scenario, Chunks chunks) {
    try (chunks) {
      Iterator<?> iterator = chunks.all().iterator();
      report.saw(scenario, "chunk", iterator.next());
    }
    report.saw(scenario, "closed", "");
  }

  private void raw(Scenario scenario, RawAnswer answer, boolean parse) {
    try (answer) {
      report.saw(scenario, "status", answer.status());
      report.saw(scenario, "request id", answer.requestId());
      if (parse) {
        result(scenario, answer.parsing().get());
      }
    }
    report.saw(scenario, "closed", "");
  }

  /** A future shows the same failure differently to a callback and to whoever waits for it. */
  private void async(Scenario scenario, CompletableFuture<?> future) {
    CompletableFuture<Optional<Throwable>> seenByCallback =
        future.handle((result, failure) -> Optional.ofNullable(failure));
    Optional<Throwable> failure = await(seenByCallback);
    failure.ifPresent(f -> report.failed(scenario, "callback got", f));
    try {
      result(scenario, future.get());
    } catch (ExecutionException e) {
      report.failed(scenario, "get() threw", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    report.saw(scenario, "completed exceptionally", future.isCompletedExceptionally());
  }

  private void asyncStream(Scenario scenario, Ask ask) {
    CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    Object stream =
        sdk.streamAsync(ask, chunk -> report.saw(scenario, "chunk", chunk), end::complete);
    report.ended(scenario, await(end));
    Reference.reachabilityFence(stream);
  }

  private void cancelled(Scenario scenario, Ask ask) {
    dropCancelled(scenario, sdk.callAsync(ask));
    gate.letAnswerOf(scenario);
    if (Boolean.getBoolean("gc.until.collected")) {
      Garbage.collect(() -> gate.awaitArrivalOf(scenario));
    }
  }

  /** In a method of its own, so that nothing refers to the future any more when it returns. */
  private void dropCancelled(Scenario scenario, CompletableFuture<?> future) {
    gate.awaitArrivalOf(scenario);
    report.saw(scenario, "cancel()", future.cancel(true));
    report.saw(scenario, "cancelled", future.isCancelled());
    try {
      result(scenario, future.join());
    } catch (CancellationException e) {
      report.failed(scenario, "join() threw", e);
    }
  }

  private void callback(Scenario scenario, Ask ask) {
    CompletableFuture<?> second = sdk.callAsync(ask).thenCompose(first -> {
      report.saw(scenario, "result", first);
      return sdk.callAsync(Scenario.FROM_CALLBACK.ask());
    });
    gate.awaitArrivalOf(scenario);
    gate.letAnswerOf(scenario);
    result(Scenario.FROM_CALLBACK, await(second));
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
