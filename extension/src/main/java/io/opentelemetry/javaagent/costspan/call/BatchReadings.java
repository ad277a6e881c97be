package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.telemetry.CallStart;
import io.opentelemetry.javaagent.costspan.telemetry.CallTelemetry;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.wire.BatchFormat;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/** Begins the readings of batches' results, and remembers what of them was billed. */
final class BatchReadings {

  /** Value of {@code gen_ai.operation.name} of a reading; each result has its own. */
  private static final String OPERATION = "batch_results";

  /** In which the SDKs that are tapped number the attempts at a request, from 0. */
  private static final String RETRY_COUNT = "X-Stainless-Retry-Count";

  private final BilledResults billed = new BilledResults();
  private final ReadingsInTransport inTransport = new ReadingsInTransport();
  private final CallTelemetry telemetry;
  private final Failures failures;

  BatchReadings(CallTelemetry telemetry, Failures failures) {
    this.telemetry = telemetry;
    this.failures = failures;
  }

  /** Null when the reading is part of one that is still in transport. */
  @Nullable
  Observed begin(
      BatchFormat format,
      WireRequest request,
      String provider,
      Endpoint endpoint,
      Context caller,
      Context parent) {
    String id = BatchFormat.idIn(request.path());
    String batch = endpoint.host() + ":" + endpoint.port() + "/" + id;
    if (BatchReading.isInTransport(caller)
        || BatchReading.isInTransport(parent)
        || isRetryOfAnSdk(request, batch)) {
      return null;
    }
    WireFormat spoken = format.spoken();
    CallStart start = CallStart.of(
            OPERATION,
            provider,
            RequestFacts.builder().build(),
            endpoint.host(),
            endpoint.port(),
            parent)
        .speakingOpenAi(spoken.defaultProvider().equals("openai"));
    return new BatchReading(
        format,
        endpoint,
        telemetry.startBatch(start, id),
        billed,
        batch,
        inTransport,
        caller,
        parent,
        failures);
  }

  /**
   * Some retry on a timer where the context is lost, and a GET has no body to be found by. Taken
   * for a reading of its own, it would bill the results to nobody before the SDK's reading sees
   * them. Readings of other batches have nothing to do with it.
   */
  private boolean isRetryOfAnSdk(WireRequest request, String batch) {
    if (request.isOfLlmSdk() || !inTransport.has(batch)) {
      return false;
    }
    String count = request.header(RETRY_COUNT);
    return count != null && !count.equals("0");
  }
}
