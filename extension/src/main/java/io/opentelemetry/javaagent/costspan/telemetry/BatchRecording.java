package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.attribution.Payer;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The reading of what may be the results of a batch: one span, begun when the first line is one,
 * and for each result that is billed what a call has but for span and duration. Not thread-safe;
 * nothing here throws.
 */
public final class BatchRecording {

  private final CallStart start;
  private final String batchId;
  private final Payer payer;
  private final CallClock clock;
  private final CallOpener opener;
  private final CallCloser parts;
  private final SpanRecorder spans;
  private final BillAttributes bill;
  private final Failures failures;
  private final LongSupplier nanoTime;
  private final BatchTotals totals = new BatchTotals();
  private @Nullable StartedCall opened;

  /**
   * @param payer of whoever asked for the results, on whatever thread they are read
   * @param parts takes a result everywhere but to a span
   */
  BatchRecording(
      CallStart start,
      String batchId,
      Payer payer,
      CallClock clock,
      CallOpener opener,
      CallCloser parts,
      SpanRecorder spans,
      BillAttributes bill,
      Failures failures,
      LongSupplier nanoTime) {
    this.start = start;
    this.batchId = batchId;
    this.payer = payer;
    this.clock = clock;
    this.opener = opener;
    this.parts = parts;
    this.spans = spans;
    this.bill = bill;
    this.failures = failures;
    this.nanoTime = nanoTime;
  }

  /** By what the results were asked for: Anthropic's id of the batch, OpenAI's of the file. */
  public String batchId() {
    return batchId;
  }

  /** Tells that a line was read, whatever it is. */
  public void read() {
    opened();
    clock.sign(nanoTime.getAsLong());
    totals.read();
  }

  /**
   * Prices a result and records it. The model that was asked for stands in the batch, which we did
   * not see: the one that answered takes its place.
   *
   * @param operation value of {@code gen_ai.operation.name}
   */
  public void bill(String operation, CallEnd end) {
    try {
      String model = end.facts().model();
      RequestFacts.Builder asked = RequestFacts.builder();
      if (model != null) {
        asked.model(model);
      }
      StartedCall part = opener.partOf(opened(), start.part(operation, asked.build()));
      FinishedCall call = parts.bill(part, end, null);
      if (call != null) {
        totals.add(call);
      }
    } catch (Throwable t) {
      failures.count("batch", t);
    }
  }

  /** Shows the sums and ends the span, if there is one. Exactly once. */
  public void end(CallEnd end) {
    StartedCall started = opened;
    if (started == null) {
      return;
    }
    clock.end(nanoTime.getAsLong(), end.isDropped());
    try {
      spans.record(new FinishedCall(started, end, null, clock));
      started.span().setAttribute(Names.BATCH_ID, batchId);
      totals.put(started.span()::setAttribute, bill);
    } catch (Throwable t) {
      failures.count("span", t);
    } finally {
      parts.endSpan(started.span(), end, clock);
    }
  }

  private StartedCall opened() {
    if (opened == null) {
      opened = opener.open(start, payer, clock.nanosSinceStart(nanoTime.getAsLong()));
    }
    return opened;
  }
}
