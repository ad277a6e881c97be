package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.action.ActionSink;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Turns calls into telemetry. One per process, thread-safe. */
public final class CallTelemetry {

  private final CallOpener opener;
  private final ConventionMetrics metrics;
  private final CallCloser closer;
  private final BatchRecordings batches;
  private final ActionSink actions;
  private final Failures failures;
  private final LongSupplier nanoTime;

  private CallTelemetry(
      CallOpener opener,
      ConventionMetrics metrics,
      CallCloser closer,
      BatchRecordings batches,
      ActionSink actions,
      Failures failures,
      LongSupplier nanoTime) {
    this.opener = opener;
    this.metrics = metrics;
    this.closer = closer;
    this.batches = batches;
    this.actions = actions;
    this.failures = failures;
    this.nanoTime = nanoTime;
  }

  /**
   * Makes the instruments; the failures counted so far and the age of the prices are exported too.
   *
   * @param nanoTime a monotonic clock, {@code System::nanoTime}
   */
  public static CallTelemetry create(
      OpenTelemetry openTelemetry,
      TelemetrySettings settings,
      Pricing pricing,
      Attribution attribution,
      Failures failures,
      LongSupplier nanoTime) {
    return create(
        openTelemetry, settings, pricing, attribution, failures, nanoTime, Clock.systemUTC());
  }

  /** As above; prices are dated by this clock. */
  static CallTelemetry create(
      OpenTelemetry openTelemetry,
      TelemetrySettings settings,
      Pricing pricing,
      Attribution attribution,
      Failures failures,
      LongSupplier nanoTime,
      Clock clock) {
    Names names = names(settings);
    Labels labels = new Labels(names, settings);
    Meter meter = meter(openTelemetry, settings);
    failures.bind(meter);
    labels.bind(meter);
    InvalidTenants.bind(meter, names, attribution);
    PriceBookAge.bind(meter, pricing, clock);
    InFlight adding = new InFlight();
    LedgerSums ledger = new LedgerSums(names, labels, adding, settings.maxSeries());
    ActionCounter actions =
        new ActionCounter(names, labels, adding, attribution, settings.maxSeries());
    new LedgerCollector(
            labels, settings.rotation(), adding, Arrays.asList(ledger, actions), failures, nanoTime)
        .bind(meter);
    ConventionMetrics metrics = new ConventionMetrics(names, tokenMetrics(settings, meter), meter);
    BillAttributes bill = new BillAttributes(names);

    SpanRecorder spans = new SpanRecorder(bill);
    List<Recorder> recorders = new ArrayList<>();
    recorders.add(metrics);
    recorders.add(ledger);
    if (settings.isLedgerEnabled()) {
      recorders.add(new LedgerEvents(logger(openTelemetry, settings), names, bill, clock));
    }
    recorders.add(new RootTotals(names));
    CallCloser parts = new CallCloser(pricing, new ArrayList<>(recorders), failures);
    recorders.add(0, spans);

    CallOpener opener = new CallOpener(
        tracer(openTelemetry, settings),
        attribution,
        new RequestAttributes(names),
        labels,
        failures,
        clock);
    return new CallTelemetry(
        opener,
        metrics,
        new CallCloser(pricing, recorders, failures),
        new BatchRecordings(opener, parts, spans, bill, failures, nanoTime),
        actions,
        failures,
        nanoTime);
  }

  /** Starts the span of a call and resolves who pays. To be ended, by whoever begins it. */
  public CallRecording start(CallStart start) {
    return start(start, null);
  }

  /**
   * The same for who may be known already.
   *
   * @param known null to resolve it now
   */
  public CallRecording start(CallStart start, @Nullable KnownPayer known) {
    CallClock clock = new CallClock(nanoTime.getAsLong());
    StartedCall started = known == null ? opener.open(start) : opener.open(start, known.payer(), 0);
    return new CallRecording(started, clock, metrics, closer, failures, nanoTime);
  }

  /** Who pays, as this thread knows it now, for what begins later and has no request that says. */
  public KnownPayer payerIn(Context context) {
    return new KnownPayer(opener.payerIn(context));
  }

  /** Counts actions, under the labels of the calls. */
  public ActionSink actions() {
    return actions;
  }

  /**
   * Prepares for results of a batch, of which none may come. To be ended.
   *
   * @param start of the reading as a whole
   * @param id by what the results are asked for
   */
  public BatchRecording startBatch(CallStart start, String id) {
    return batches.start(start, id);
  }

  private static Names names(TelemetrySettings settings) {
    return settings.usesLatestConventions()
        ? Names.latest(settings.tenantKey())
        : Names.published(settings.tenantKey());
  }

  private static TokenMetrics tokenMetrics(TelemetrySettings settings, Meter meter) {
    return settings.usesLatestConventions()
        ? new LatestTokenMetrics(meter)
        : new PublishedTokenMetrics(meter);
  }

  private static Tracer tracer(OpenTelemetry openTelemetry, TelemetrySettings settings) {
    return openTelemetry
        .getTracerProvider()
        .tracerBuilder(Names.SCOPE)
        .setInstrumentationVersion(settings.scopeVersion())
        .build();
  }

  private static Meter meter(OpenTelemetry openTelemetry, TelemetrySettings settings) {
    return openTelemetry
        .getMeterProvider()
        .meterBuilder(Names.SCOPE)
        .setInstrumentationVersion(settings.scopeVersion())
        .build();
  }

  private static Logger logger(OpenTelemetry openTelemetry, TelemetrySettings settings) {
    return openTelemetry
        .getLogsBridge()
        .loggerBuilder(Names.SCOPE)
        .setInstrumentationVersion(settings.scopeVersion())
        .build();
  }
}
