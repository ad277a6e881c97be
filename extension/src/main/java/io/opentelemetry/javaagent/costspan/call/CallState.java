package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.javaagent.costspan.telemetry.CallEnd;
import io.opentelemetry.javaagent.costspan.telemetry.CallRecording;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import io.opentelemetry.javaagent.costspan.wire.ResponseReader;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call. It is ended by whoever comes first: the reading thread, a thread that
 * closes or cancels, or the reaper. Its lock is held for a decoding step, never while the
 * application's stream is read, so nobody waits for the network on it.
 */
final class CallState {

  /** The guard that keeps a call from being billed twice, by two taps that it passes. */
  private static final ContextKey<CallState> KEY = ContextKey.named("costspan-call");

  private final WireFormat format;
  private final Endpoint endpoint;
  private final boolean streamAsked;
  private final CallRecording recording;
  private final Context parent;
  private final Attempts attempts;
  private final Failures failures;

  private volatile boolean inTransport = true;
  private volatile boolean ended;
  private int attemptCount;
  private @Nullable Object attemptBody;
  private int status;
  private boolean eventStream;
  private @Nullable ResponseReader reader;
  private long chunks;

  CallState(
      WireFormat format,
      Endpoint endpoint,
      boolean streamAsked,
      CallRecording recording,
      Context parent,
      Attempts attempts,
      Failures failures) {
    this.format = format;
    this.endpoint = endpoint;
    this.streamAsked = streamAsked;
    this.recording = recording;
    this.parent = parent;
    this.attempts = attempts;
    this.failures = failures;
  }

  /** The call in a context whose response head has not arrived yet, or null. */
  static @Nullable CallState inTransport(Context context) {
    CallState call = context.get(KEY);
    return call != null && call.inTransport ? call : null;
  }

  /** The context that the application called from; its callbacks belong there, not under our span. */
  Context parent() {
    return parent;
  }

  /** The context of our span, for what the transport does. */
  Context context() {
    return recording.context().with(KEY, this);
  }

  boolean isInTransport() {
    return inTransport;
  }

  boolean isEnded() {
    return ended;
  }

  synchronized void attempted() {
    attemptCount++;
  }

  /** The body under which {@link Attempts} knows this call. */
  synchronized void remembered(Object body) {
    attemptBody = body;
    if (!inTransport) {
      attempts.forget(body, this);
    }
  }

  /** The response's head arrived: what is issued from here on is another call. */
  synchronized void headers(int status, @Nullable String contentType) {
    leaveTransport();
    this.status = status;
    this.eventStream = contentType != null && contentType.startsWith("text/event-stream");
    try {
      reader = format.responseReader(eventStream);
    } catch (Throwable t) {
      failures.count("wire", t);
    }
  }

  synchronized void bytes(byte[] bytes, int offset, int length) {
    if (ended || reader == null) {
      return;
    }
    try {
      decode(reader, bytes, offset, length);
    } catch (Throwable t) {
      failures.count("wire", t);
      reader = null;
    }
  }

  private void decode(ResponseReader from, byte[] bytes, int offset, int length) {
    from.feed(bytes, offset, length);
    if (from.chunks() != chunks) {
      chunks = from.chunks();
      recording.chunk(from.modelSoFar());
    }
    if (from.isComplete()) {
      end(StreamEnd.COMPLETE, null);
    }
  }

  /** Ends the call if nobody has. */
  synchronized void end(StreamEnd how, @Nullable Throwable failure) {
    if (ended) {
      return;
    }
    ended = true;
    leaveTransport();
    try {
      recording.end(summary(how, failure));
    } catch (Throwable t) {
      failures.count("call", t);
    } finally {
      reader = null;
    }
  }

  private CallEnd summary(StreamEnd how, @Nullable Throwable failure) {
    ResponseFacts facts = facts();
    boolean complete = reader != null && reader.isComplete();
    int malformed = reader != null ? reader.malformed() : 0;
    Ending ending = Ending.of(status, how, failure, facts, complete, malformed);
    return CallEnd.builder(facts, ending.outcome())
        .streamEnd(streamAsked || eventStream ? how : null)
        .errorType(ending.errorType())
        .resendCount(Math.max(0, attemptCount - 1))
        .billable(ending.isBillable())
        .build();
  }

  private ResponseFacts facts() {
    if (reader != null) {
      try {
        reader.endOfInput();
        return inRegion(reader.facts());
      } catch (Throwable t) {
        failures.count("wire", t);
        reader = null;
      }
    }
    return ResponseFacts.builder().build(UsageStatus.ABSENT);
  }

  private ResponseFacts inRegion(ResponseFacts facts) {
    String region = endpoint.region();
    return region == null ? facts : facts.under(facts.terms().servedIn(region));
  }

  private void leaveTransport() {
    inTransport = false;
    if (attemptBody != null) {
      attempts.forget(attemptBody, this);
      attemptBody = null;
    }
  }
}
