package io.costspan.smoke.soak;

import io.costspan.smoke.runner.soak.Call;
import io.costspan.smoke.runner.soak.Work;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do works. */
final class Workers {
  private final Tracer tracer = GlobalOpenTelemetry.getTracer("soak");
  private final Calls calls;
  private final ExecutorService threads;

  Workers(Calls calls, int count) {
    this.calls = calls;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /** A line for each call: its number and what came of it. */
  String done(List<Work> works) {
    List<Future<String>> pending = new ArrayList<>();
    works.forEach(work -> pending.add(threads.submit(() -> done(work))));
    StringBuilder lines = new StringBuilder();
    try {
      for (Future<String> work : pending) {
        lines.append(work.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return lines.toString();
  }

  private String done(Work work) {
    if (!work.inSpan()) {
      return made(work);
    }
    Span span = tracer.spanBuilder("work").setAttribute("work", work.number()).startSpan();
    try (Scope scope = span.makeCurrent()) {
      return made(work);
    } finally {
      span.end();
    }
  }

  private String made(Work work) {
    StringBuilder lines = new StringBuilder();
    for (Call call : work.calls()) {
      try (Payment payment = Payment.begin(work.payer(), call)) {
        String seen = calls.make(call).replace('\n', ' ');
        lines.append(call.number()).append('|').append(seen).append('\n');
      }
    }
    return lines.toString();
  }
}
