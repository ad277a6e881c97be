package io.costspan.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One application under each of several variants, all alive at once. They work in turns, so that a
 * machine that becomes slower becomes slower for all. Each has a sink of its own.
 */
final class Crew implements AutoCloseable {
  private final Map<Variant, Worker> workers = new EnumMap<>(Variant.class);
  private final Map<Variant, OtlpSink> sinks = new EnumMap<>(Variant.class);
  private final List<Variant> variants;

  Crew(List<Variant> variants, List<String> options, Class<?> main, String... args)
      throws IOException {
    this.variants = variants;
    for (Variant variant : variants) {
      OtlpSink sink = new OtlpSink(Duration.ZERO);
      sinks.put(variant, sink);
      workers.put(variant, new ChildJvm(sink).employ(variant, options, main, args));
    }
  }

  /** Tells all at once, and waits for all: for what is not measured. */
  void askAll(String order) throws IOException {
    for (Worker worker : workers.values()) {
      worker.tell(order);
    }
    for (Worker worker : workers.values()) {
      worker.answer();
    }
  }

  /** One after the other; another one is the first in every turn. */
  Map<Variant, String> askInTurn(int turn, String order) throws IOException {
    Map<Variant, String> answers = new EnumMap<>(Variant.class);
    for (int i = 0; i < variants.size(); i++) {
      Variant variant = variants.get((turn + i) % variants.size());
      answers.put(variant, workers.get(variant).ask(order));
    }
    return answers;
  }

  Worker worker(Variant variant) {
    return workers.get(variant);
  }

  /** Fails when a variant did not make the telemetry that it stands for. */
  void requireTelemetry() {
    sinks.forEach(Variant::requireTelemetry);
  }

  /** The same for one, where the others make no LLM spans by these calls. */
  void requireTelemetryOf(Variant variant) {
    variant.requireTelemetry(sinks.get(variant));
  }

  @Override
  public void close() {
    workers.values().forEach(Worker::close);
    sinks.values().forEach(OtlpSink::close);
  }
}
