package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
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
    span.setAllAttributes(attributes(call));
  }

  private Attributes attributes(FinishedCall call) {
    CallEnd end = call.end();
    AttributesBuilder attributes = Attributes.builder()
        .put(Names.OUTCOME, end.outcome().value())
        .put(Names.ERROR_TYPE, call.errorType());
    putResponse(attributes, end.facts());
    if (call.start().hasOpenAiTiers()) {
      attributes.put(Names.RESPONSE_TIER, end.facts().terms().serviceTier());
    }
    if (end.resendCount() > 0) {
      attributes.put(Names.RESEND_COUNT, end.resendCount());
    }
    putStream(attributes, call);
    bill.put(attributes, call);
    return attributes.build();
  }

  private static void putResponse(AttributesBuilder to, ResponseFacts facts) {
    to.put(Names.RESPONSE_MODEL, facts.model());
    to.put(Names.RESPONSE_ID, facts.id());
    if (!facts.finishReasons().isEmpty()) {
      to.put(Names.FINISH_REASONS, facts.finishReasons());
    }
  }

  private static void putStream(AttributesBuilder to, FinishedCall call) {
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
