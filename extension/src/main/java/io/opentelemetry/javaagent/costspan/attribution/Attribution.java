package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;

/** Resolves who pays for a call, by asking its sources in order. Thread-safe. */
public final class Attribution {

  private final AttributionSource[] sources;

  private Attribution(AttributionSource[] sources) {
    this.sources = sources;
  }

  /** Asks the given sources; an earlier one wins. */
  public static Attribution of(AttributionSource... sources) {
    return new Attribution(sources.clone());
  }

  /**
   * Asks W3C baggage, then the HTTP route of the request that is being served.
   *
   * @param tenantKey the baggage entry that names the tenant, for example {@code tenant.id}
   */
  public static Attribution standard(String tenantKey) {
    return of(new BaggageSource(tenantKey), new HttpRouteSource(), new ServedRoute());
  }

  /** Who pays for a call that is made in this context. */
  public Payer resolve(Context context) {
    Payer.Builder payer = Payer.builder();
    for (AttributionSource source : sources) {
      source.contribute(context, payer);
    }
    return payer.build();
  }
}
