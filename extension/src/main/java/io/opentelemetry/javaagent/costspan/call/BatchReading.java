package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.javaagent.costspan.telemetry.BatchRecording;
import io.opentelemetry.javaagent.costspan.telemetry.CallEnd;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import io.opentelemetry.javaagent.costspan.wire.BatchFormat;
import io.opentelemetry.javaagent.costspan.wire.BatchReader;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * The reading of what may be the results of a batch. Each result is billed as the application
 * comes to it, unless it was before. What turns out to be no batch leaves nothing behind, and
 * neither does a request that fails. Its lock is like that of {@link CallState}.
 */
final class BatchReading implements Observed, BatchReader.Results {

  private static final int OK = 200;

  private static final ResponseFacts NOTHING = ResponseFacts.builder().build(UsageStatus.ABSENT);

  /** Keeps a reading from being seen twice, by two taps that it passes. */
  private static final ContextKey<BatchReading> KEY = ContextKey.named("costspan-batch");

  private final BatchFormat format;
  private final Endpoint endpoint;
  private final BatchRecording recording;
  private final BilledResults billed;
  private final ReadingsInTransport readingsInTransport;
  private final String batch;
  private final Context caller;
  private final Context parent;
  private final Failures failures;
  private final Decoding decoding;

  private volatile boolean inTransport = true;
  private volatile boolean closing;
  private volatile boolean readable;
  private volatile boolean unreadable;
  private volatile boolean ended;
  private BilledResults.@Nullable Mark mark;
  private long lines;

  /**
   * @param batch what the results are known by, wherever they are read
   * @param readingsInTransport has this one, until its head arrives
   */
  BatchReading(
      BatchFormat format,
      Endpoint endpoint,
      BatchRecording recording,
      BilledResults billed,
      String batch,
      ReadingsInTransport readingsInTransport,
      Context caller,
      Context parent,
      Failures failures) {
    this.format = format;
    this.endpoint = endpoint;
    this.recording = recording;
    this.billed = billed;
    this.batch = batch;
    this.readingsInTransport = readingsInTransport;
    this.caller = caller;
    this.parent = parent;
    this.failures = failures;
    this.decoding = new Decoding(failures);
    readingsInTransport.add(batch);
  }

  static boolean isInTransport(Context context) {
    BatchReading reading = context.get(KEY);
    return reading != null && reading.inTransport;
  }

  @Override
  public Context caller() {
    return caller;
  }

  /** Without a span of ours: whether there is one is known when the first line is. */
  @Override
  public Context context() {
    return parent.with(KEY, this);
  }

  @Override
  public boolean asksStreamUsage() {
    return false;
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  /**
   * A part of a file would be counted as if it were its beginning. What has nothing to be read is
   * not the end: some clients start a response over.
   */
  @Override
  public synchronized void headers(int status, HeaderLookup headers) {
    leaveTransport();
    lines = 0;
    readable = status == OK;
    if (readable) {
      decoding.begin(() -> format.reader(this), headers);
    }
  }

  @Override
  public void bytes(byte[] bytes, int offset, int length) {
    if (readable) {
      read(bytes, offset, length);
    }
  }

  private synchronized void read(byte[] bytes, int offset, int length) {
    if (ended || !readable) {
      return;
    }
    decoding.feed(bytes, offset, length);
    if (decoding.isComplete()) {
      readable = false;
      decoding.finish();
    } else if (decoding.hasFailed()) {
      failures.count("batch", "what may be the results of a batch cannot be unpacked");
      unreadable();
    }
  }

  @Override
  public void answered(WireFormat of, ResponseFacts facts) {
    boolean billable = passes();
    recording.read();
    if (billable) {
      Ending ending = Ending.of(OK, StreamEnd.EOF, null, facts, true, 0);
      recording.bill(
          of.operation(),
          CallEnd.builder(endpoint.placed(facts), ending.outcome())
              .errorType(ending.errorType())
              .billable(of.isBilled())
              .ofBatch(recording.batchId())
              .build());
    }
  }

  @Override
  public void unanswered() {
    passes();
    recording.read();
  }

  @Override
  public void broken() {
    if (passes()) {
      failures.count("batch", "a line of a batch's results cannot be read");
    }
    recording.read();
  }

  /** Whether the next line is ours to bill. */
  private boolean passes() {
    if (mark == null) {
      mark = billed.of(batch);
    }
    return mark.passes(++lines);
  }

  @Override
  public void closing() {
    closing = true;
  }

  @Override
  public synchronized void unreadable() {
    unreadable = true;
    end(StreamEnd.CLOSED, null);
  }

  @Override
  public synchronized void end(StreamEnd how, @Nullable Throwable failure) {
    if (ended) {
      return;
    }
    ended = true;
    leaveTransport();
    try {
      decoding.finish();
      boolean closed = closing && how == StreamEnd.FAILED;
      recording.end(closed ? summary(StreamEnd.CLOSED, null) : summary(how, failure));
    } catch (Throwable t) {
      failures.count("call", t);
    }
  }

  private void leaveTransport() {
    if (inTransport) {
      inTransport = false;
      readingsInTransport.remove(batch);
    }
  }

  /** Of what was not read to its end nothing is known, and that is no success. */
  private CallEnd summary(StreamEnd how, @Nullable Throwable failure) {
    int malformed = unreadable ? 1 : 0;
    Ending ending = Ending.of(OK, how, failure, NOTHING, how == StreamEnd.EOF, malformed);
    return CallEnd.builder(NOTHING, ending.outcome())
        .streamEnd(ending.streamEnd(how))
        .errorType(ending.errorType())
        .build();
  }
}
