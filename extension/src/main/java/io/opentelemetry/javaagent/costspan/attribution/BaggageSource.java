package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;

/** Baggage: what a gateway or an upstream service knows travels with the request. */
final class BaggageSource implements AttributionSource {

  private static final String SESSION = "session.id";
  private static final String FEATURE = "llm.feature";

  private final String tenantKey;

  BaggageSource(String tenantKey) {
    this.tenantKey = tenantKey;
  }

  @Override
  public void contribute(Context context, Payer.Builder payer) {
    Baggage baggage = Baggage.fromContextOrNull(context);
    if (baggage != null) {
      payer.tenant(baggage.getEntryValue(tenantKey));
      payer.session(baggage.getEntryValue(SESSION));
      payer.feature(baggage.getEntryValue(FEATURE));
    }
  }
}
