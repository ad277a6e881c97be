package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.javaagent.costspan.telemetry.CacheUse;
import io.opentelemetry.javaagent.costspan.telemetry.CallEnd;
import io.opentelemetry.javaagent.costspan.telemetry.CallRecording;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.wire.DecimalText;
import io.opentelemetry.javaagent.costspan.wire.DoubtfulReader;
import io.opentelemetry.javaagent.costspan.wire.ResponseReader;
import io.opentelemetry.javaagent.costspan.wire.TokenEstimate;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call. It is ended by whoever comes first: the reading thread, a thread that
 * closes or cancels, or the reaper. Its lock is held for a decoding step, never while the
 * application's stream is read, so nobody waits for the network on it.
 */
final class CallState implements Observed {

  /** The guard that keeps a call from being billed twice, by two taps that it passes. */
  private static final ContextKey<CallState> KEY = ContextKey.named("costspan-call");

  private final WireFormat format;
  private final Endpoint endpoint;
  private final RequestFacts request;
  private final boolean asksStreamUsage;
  private final CallRecording recording;
  private final Context caller;
  private final Attempts attempts;
  private final Failures failures;
  private final Decoding decoding;

  private volatile boolean inTransport = true;
  private volatile boolean closing;
  private volatile boolean ended;
  private volatile boolean sharesAttemptBody;
  private int attemptCount;
  private @Nullable Object attemptBody;
  private int status;
  private @Nullable String reportedUsd;
  private CacheUse gatewayCache = CacheUse.NOT_REPORTED;
  private boolean eventStream;
  private boolean unreadable;
  private @Nullable TokenEstimate estimate;

  CallState(
      WireFormat format,
      Endpoint endpoint,
      RequestFacts request,
      boolean asksStreamUsage,
      CallRecording recording,
      Context caller,
      Attempts attempts,
      Failures failures) {
    this.format = format;
    this.endpoint = endpoint;
    this.request = request;
    this.asksStreamUsage = asksStreamUsage;
    this.recording = recording;
    this.caller = caller;
    this.attempts = attempts;
    this.failures = failures;
    this.decoding = new Decoding(failures);
  }

  /** The call in a context whose response head has not arrived yet, or null. */
  static @Nullable CallState inTransport(Context context) {
    CallState call = context.get(KEY);
    return call != null && call.inTransport ? call : null;
  }

  /** The context that the application called from; its callbacks belong there, not under our span. */
  @Override
  public Context caller() {
    return caller;
  }

  /** The context of our span, for what the transport does. */
  @Override
  public Context context() {
    return recording.context().with(KEY, this);
  }

  @Override
  public boolean asksStreamUsage() {
    return asksStreamUsage;
  }

  boolean isInTransport() {
    return inTransport;
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  /** Counts the stream by this, should the provider tell no usage; null to leave it. */
  synchronized void estimateWith(@Nullable TokenEstimate begun) {
    estimate = begun;
  }

  synchronized void attempted() {
    attemptCount++;
  }

  /**
   * Takes the body under which {@link Attempts} is to know this call, and returns the one before:
   * the same where nothing is to be done, since the call has left transport.
   */
  synchronized @Nullable Object knownBy(Object body) {
    if (!inTransport) {
      return body;
    }
    Object before = attemptBody;
    attemptBody = body;
    return before;
  }

  /** Another call sends the same body at the same time. */
  void shareAttemptBody() {
    sharesAttemptBody = true;
  }

  boolean sharesAttemptBody() {
    return sharesAttemptBody;
  }

  /** The response's head arrived: what is issued from here on is another call. */
  @Override
  public synchronized void headers(int status, HeaderLookup headers) {
    leaveTransport();
    recording.headArrived();
    this.status = status;
    this.reportedUsd = GatewayHeaders.reportedUsd(headers);
    this.gatewayCache = GatewayHeaders.cacheUse(headers);
    String contentType = headers.first("Content-Type");
    this.eventStream = isEventStream(status, contentType);
    decoding.begin(() -> responseReader(contentType), headers);
  }

  private ResponseReader responseReader(@Nullable String contentType) {
    if (estimate != null && eventStream && status < 300) {
      return estimate.responseReader();
    }
    if (estimate != null) {
      estimate.forget();
    }
    return isDoubtful(contentType)
        ? new DoubtfulReader(format)
        : format.responseReader(eventStream);
  }

  /** A document for a stream, or the other way round; JSON lines may be what a default asked for. */
  private boolean isDoubtful(@Nullable String contentType) {
    return contentType != null
        && status < 300
        && eventStream != request.isStreaming()
        && !contentType.toLowerCase(Locale.ROOT).startsWith("application/x-ndjson");
  }

  /** A failure of ours keeps us from seeing the response. */
  @Override
  public synchronized void unreadable() {
    unreadable = true;
    end(StreamEnd.CLOSED, null);
  }

  @Override
  public synchronized void bytes(byte[] bytes, int offset, int length) {
    if (ended) {
      return;
    }
    if (decoding.feed(bytes, offset, length)) {
      recording.chunk(decoding.modelSoFar());
    }
    if (decoding.isComplete()) {
      end(StreamEnd.COMPLETE, null);
    }
  }

  @Override
  public void closing() {
    closing = true;
  }

  /** Ends the call if nobody has. */
  @Override
  public synchronized void end(StreamEnd how, @Nullable Throwable failure) {
    if (ended) {
      return;
    }
    ended = true;
    leaveTransport();
    try {
      recording.end(isClosedBy(how) ? closed() : summary(how, failure));
    } catch (Throwable t) {
      failures.count("call", t);
    }
  }

  /** A connection that is being closed fails its reader, or says that there is no more to read. */
  private boolean isClosedBy(StreamEnd how) {
    return closing && (how == StreamEnd.FAILED || how == StreamEnd.EOF);
  }

  private CallEnd closed() {
    return summary(StreamEnd.CLOSED, null);
  }

  private CallEnd summary(StreamEnd how, @Nullable Throwable failure) {
    ResponseFacts read = costing(estimated(endpoint.placed(decoding.finish())));
    Ending ending = ending(how, failure, read);
    ResponseFacts facts = ending.isSuccess() ? format.answering(request, read) : read;
    return CallEnd.builder(facts, ending.outcome())
        .streamEnd(request.isStreaming() || eventStream ? ending.streamEnd(how) : null)
        .errorType(ending.errorType())
        .resendCount(Math.max(0, attemptCount - 1))
        .billable(ending.isBillable() && format.isBilled())
        .gatewayCache(gatewayCache)
        .dropped(how == StreamEnd.REAPED)
        .build();
  }

  private Ending ending(StreamEnd how, @Nullable Throwable failure, ResponseFacts facts) {
    if (unreadable || decoding.hasFailed()) {
      return Ending.unseen(status, failure);
    }
    return Ending.of(status, how, failure, facts, decoding.isComplete(), decoding.malformed());
  }

  /** Gateways forget or misspell the type of a stream; the SDKs do not look at it. */
  private boolean isEventStream(int status, @Nullable String contentType) {
    if (contentType == null) {
      return request.isStreaming() && status < 300;
    }
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("text/event-stream")
        || type.startsWith("application/x-ndjson")
        || (request.isStreaming() && status < 300 && !type.startsWith("application/json"));
  }

  private ResponseFacts estimated(ResponseFacts facts) {
    if (estimate == null || decoding.hasFailed()) {
      return facts;
    }
    ResponseFacts complete = estimate.complete(facts);
    if (estimate.failure() != null) {
      failures.count("wire", estimate.failure());
    }
    return complete;
  }

  /** LiteLLM sends 0 for a model whose price it does not know, and that is no price. */
  private ResponseFacts costing(ResponseFacts facts) {
    BigDecimal usd = reportedUsd == null ? null : DecimalText.parse(reportedUsd);
    return usd == null || usd.signum() == 0 ? facts : facts.costing(usd);
  }

  private void leaveTransport() {
    inTransport = false;
    if (attemptBody != null) {
      attempts.forget(attemptBody, this);
      attemptBody = null;
    }
  }
}
