package io.costspan.smoke.ownsdk;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Arrays;

/**
 * Calls models below a span of its own, whose OpenTelemetry it has in some {@link Way}. Arguments: the
 * way, then those of openai-java's application.
 */
public final class Main {
  private final Tracer tracer;
  private final String[] calls;

  private Main(Tracer tracer, String... calls) {
    this.tracer = tracer;
    this.calls = calls;
  }

  public static void main(String... args) {
    OwnExporter exporter = new OwnExporter();
    Tracer tracer = Way.valueOf(args[0]).openTelemetry(exporter).getTracer("shop");
    new Main(tracer, Arrays.copyOfRange(args, 1, args.length)).work();
    exporter.report();
    System.exit(0);
  }

  /** The agent may be told to have a span of this. */
  private void work() {
    Span order = tracer.spanBuilder("order").setAttribute("goods", 3).startSpan();
    try (Scope scope = order.makeCurrent()) {
      child("before");
      io.costspan.smoke.openai.Main.run(calls);
      System.out.println("the same current span: " + (Span.current() == order));
      System.out.println("in the context: " + (Span.fromContext(Context.current()) == order));
      child("after");
      order.addEvent("order.seen");
      GlobalOpenTelemetry.get()
          .getLogsBridge()
          .get("shop")
          .logRecordBuilder()
          .setAttribute(AttributeKey.stringKey("event.name"), "order.paid")
          .emit();
      GlobalOpenTelemetry.getTracer("others").spanBuilder("global").startSpan().end();
    } finally {
      order.end();
    }
  }

  private void child(String name) {
    tracer.spanBuilder(name).startSpan().end();
  }
}
