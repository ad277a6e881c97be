package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.function.LongSupplier;

/** Makes what records the reading of a batch's results. Thread-safe. */
final class BatchRecordings {

  private final CallOpener opener;
  private final CallCloser parts;
  private final SpanRecorder spans;
  private final BillAttributes bill;
  private final Failures failures;
  private final LongSupplier nanoTime;

  /**
   * @param parts takes a result everywhere but to a span
   */
  BatchRecordings(
      CallOpener opener,
      CallCloser parts,
      SpanRecorder spans,
      BillAttributes bill,
      Failures failures,
      LongSupplier nanoTime) {
    this.opener = opener;
    this.parts = parts;
    this.spans = spans;
    this.bill = bill;
    this.failures = failures;
    this.nanoTime = nanoTime;
  }

  BatchRecording start(CallStart start, String id) {
    CallClock clock = new CallClock(nanoTime.getAsLong());
    return new BatchRecording(
        start, id, opener.payer(start), clock, opener, parts, spans, bill, failures, nanoTime);
  }
}
