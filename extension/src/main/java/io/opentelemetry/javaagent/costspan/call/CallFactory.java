package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.telemetry.CallRecording;
import io.opentelemetry.javaagent.costspan.telemetry.CallStart;
import io.opentelemetry.javaagent.costspan.telemetry.CallTelemetry;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.KnownPayer;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.wire.BatchFormat;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoint;
import io.opentelemetry.javaagent.costspan.wire.RequestReader;
import io.opentelemetry.javaagent.costspan.wire.TokenEstimate;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/** Decides what is a call, and begins it. */
final class CallFactory {

  /** Answers 422 to the option, and tells its usage unasked. Seen in issues up to 2025-12. */
  private static final String REFUSES_TO_BE_ASKED = "mistral_ai";

  /** At most 3 KB each. */
  private static final int MAX_SESSIONS = 1_000;

  private final CallSettings settings;
  private final Recognition recognition;
  private final CallTelemetry telemetry;
  private final Failures failures;
  private final Attempts attempts = new Attempts();
  private final RecentlyAsked<EndedCalls> sessions =
      new RecentlyAsked<>(MAX_SESSIONS, EndedCalls::new);
  private final Reaper reaper;
  private final BatchReadings batches;
  private final Estimates estimates;

  CallFactory(CallSettings settings, CallTelemetry telemetry, Failures failures) {
    this.settings = settings;
    this.recognition = new Recognition(settings.endpoints());
    this.telemetry = telemetry;
    this.failures = failures;
    this.reaper = new Reaper(failures);
    this.batches = new BatchReadings(telemetry, failures);
    this.estimates = new Estimates(settings.vocabularies(), failures);
  }

  Attempts attempts() {
    return attempts;
  }

  /** What has ended in a session that several connections can be made to, all of which are told. */
  EndedCalls endedIn(String session) {
    return sessions.of(session);
  }

  void reapAll() {
    reaper.reapAll();
  }

  /** Whether a general client's request may be a call. Allocates nothing. */
  boolean mayBegin(String method, String url) {
    return recognition.mayRecognise(method, url);
  }

  /** Whether a path leaves it open that a request is a call. Allocates nothing. */
  boolean mayBeginAt(String method, String path) {
    return recognition.mayRecogniseAt(method, path);
  }

  /** Whether host and path leave it open that a request is a call. Allocates nothing. */
  boolean mayBeginAt(String method, String host, int port, String path) {
    return recognition.mayRecogniseAt(method, host, port, path);
  }

  /**
   * @param caller what is current
   * @param parent what the call belongs to, for most SDKs the same
   */
  @Nullable
  LlmCall begin(WireRequest request, Context caller, Context parent) {
    if (CallState.inTransport(caller) != null || CallState.inTransport(parent) != null) {
      return null;
    }
    String base = baseUrl(request);
    Endpoint endpoint = Endpoint.of(base);
    KnownEndpoint named = recognition.named(base, request);
    BatchFormat batch = Recognition.batchOf(request, named, endpoint);
    if (batch != null) {
      String provider = Recognition.providerOf(request, named, endpoint, batch.spoken());
      Observed reading = batches.begin(batch, request, provider, endpoint, caller, parent);
      return reading == null ? null : enter(reading);
    }
    WireFormat format = Recognition.formatOf(request, named, endpoint);
    if (format == null) {
      return null;
    }
    String provider = Recognition.providerOf(request, named, endpoint, format);
    return begin(request, format, provider, endpoint, caller, parent, null);
  }

  /** Whether the path of a connection tells what it is for; a general client's may be anybody's. */
  boolean mayConnect(WireRequest upgrade) {
    String base = baseUrl(upgrade);
    return upgrade.isOfLlmSdk()
        || Endpoint.of(base).isProviders()
        || recognition.named(base, upgrade) != null;
  }

  /** Who pays for what a server begins later, as this thread knows it now. */
  KnownPayer payerIn(Context context) {
    return telemetry.payerIn(context);
  }

  /**
   * A call of a connection, in a format that the connection tells.
   *
   * @param payer null for who is known to this thread
   */
  LlmCall begin(
      WireRequest request, WireFormat format, Context context, @Nullable KnownPayer payer) {
    String base = baseUrl(request);
    Endpoint endpoint = Endpoint.of(base);
    KnownEndpoint named = recognition.named(base, request);
    String provider = Recognition.providerOf(request, named, endpoint, format);
    return begin(request, format, provider, endpoint, context, context, payer);
  }

  private LlmCall begin(
      WireRequest request,
      WireFormat format,
      String provider,
      Endpoint endpoint,
      Context caller,
      Context parent,
      @Nullable KnownPayer payer) {
    RequestFacts facts = read(request, format).orAskingFor(ModelHint.in(parent));
    boolean asksUsage = asksUsage(request, provider, format, facts);
    // Before the call begins: the time that counting takes is none of the provider's. What we ask
    // for is not told by a stream that is cut off.
    TokenEstimate estimate = estimates.of(request, format, provider, facts);
    CallStart start = CallStart.of(
            format.operationAt(request.path()),
            provider,
            facts,
            endpoint.host(),
            endpoint.port(),
            parent)
        .speakingOpenAi(format.defaultProvider().equals("openai"));
    CallRecording recording = telemetry.start(start, payer);
    CallState state =
        new CallState(format, endpoint, facts, asksUsage, recording, caller, attempts, failures);
    state.estimateWith(estimate);
    Object shared = request.sharedByAttempts();
    if (shared != null) {
      attempts.remember(shared, state);
    }
    return enter(state);
  }

  /** What cannot be entered is ended as what we failed to see: nobody else would. */
  private LlmCall enter(Observed state) {
    try {
      return LlmCall.enter(state, reaper);
    } catch (Throwable t) {
      state.unreadable();
      throw t;
    }
  }

  private boolean asksUsage(
      WireRequest request, String provider, WireFormat format, RequestFacts facts) {
    return settings.asksStreamUsage()
        && request.mayAskUsage()
        && !provider.equals(REFUSES_TO_BE_ASKED)
        && format.tellsStreamUsageWhenAsked()
        && facts.isStreaming()
        && !facts.hasStreamOptions();
  }

  /** Null when the tap cannot tell. */
  @Nullable
  String baseUrl(WireRequest request) {
    try {
      return request.baseUrl();
    } catch (Throwable t) {
      failures.count("call", t);
      return null;
    }
  }

  private RequestFacts read(WireRequest request, WireFormat format) {
    RequestReader reader;
    try {
      reader = format.requestReader(request.path());
      reader.head(request::header);
    } catch (Throwable t) {
      failures.count("wire", t);
      return RequestFacts.builder().build();
    }
    try {
      request.writeJsonTo(new ReaderStream(reader::feed));
    } catch (Throwable t) {
      failures.count("wire", t);
    }
    return reader.facts();
  }
}
