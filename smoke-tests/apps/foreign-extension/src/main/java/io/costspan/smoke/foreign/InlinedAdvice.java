package io.costspan.smoke.foreign;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import net.bytebuddy.asm.Advice;

/** A span for every call. */
@SuppressWarnings("unused")
public final class InlinedAdvice {
  private InlinedAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Origin("#t.#m") String method) {
    Span span = GlobalOpenTelemetry.getTracer("foreign").spanBuilder(method).startSpan();
    span.end();
  }
}
