package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;

/** Puts on the span what is known at its end. It does not end the span. Thread-safe. */
final class SpanRecorder implements Recorder {

  private final BillAttributes bill;

  SpanRecorder(BillAttributes bill) {
    this.bill = bill;
  }

  @Override
  public String site() {
    return "span";
  }

  @Override
  public void record(FinishedCall call) {
    Span span = call.span();
    if (!span.isRecording()) {
      return;
    }
    if (call.end().outcome().isError()) {
      span.setStatus(StatusCode.ERROR);
    }
    put(span::setAttribute, call);
  }

  private void put(Attributed to, FinishedCall call) {
    CallEnd end = call.end();
    to.put(Names.OUTCOME, end.outcome().value());
    to.put(Names.ERROR_TYPE, call.errorType());
    putResponse(to, end.facts());
    if (call.start().hasOpenAiTiers()) {
      to.put(Names.RESPONSE_TIER, end.facts().terms().serviceTier());
    }
    if (end.resendCount() > 0) {
      to.put(Names.RESEND_COUNT, Long.valueOf(end.resendCount()));
    }
    putStream(to, call);
    bill.put(to, call);
  }

  private static void putResponse(Attributed to, ResponseFacts facts) {
    to.put(Names.RESPONSE_MODEL, facts.model());
    to.put(Names.RESPONSE_ID, facts.id());
    if (!facts.finishReasons().isEmpty()) {
      to.put(Names.FINISH_REASONS, facts.finishReasons());
    }
  }

  private static void putStream(Attributed to, FinishedCall call) {
    StreamEnd streamEnd = call.end().streamEnd();
    if (streamEnd != null) {
      to.put(Names.STREAM_END, streamEnd.value());
    }
    CallClock clock = call.clock();
    if (clock != null && clock.hasChunk()) {
      to.put(Names.TIME_TO_FIRST_CHUNK, Double.valueOf(clock.toFirstChunk()));
    }
  }
}
