package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Tells services that are named in a setting, and nobody else, which tenant a request is for: in
 * the baggage of what is sent to them.
 */
public final class PassOn {

  private static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");

  private static volatile @Nullable PassOn inForce;

  private final Attribution attribution;
  private final HostPatterns hosts;
  private final String baggageKey;

  public PassOn(Attribution attribution, HostPatterns hosts, String baggageKey) {
    this.attribution = attribution;
    this.hosts = hosts;
    this.baggageKey = baggageKey;
  }

  /** Puts it in force, once, at the start. */
  public static void install(@Nullable PassOn passOn) {
    inForce = passOn;
  }

  /** The context that an HTTP request is sent in; the agent makes its headers of it. */
  public static Context request(Context context, Attributes atStart) {
    PassOn passOn = inForce;
    return passOn == null ? context : passOn.to(atStart.get(SERVER), context);
  }

  private Context to(@Nullable String host, Context context) {
    if (host == null || !hosts.contain(host)) {
      return context;
    }
    String tenant = attribution.tenant(context);
    return tenant == null || tenant.equals(Admission.INVALID)
        ? context
        : context.with(
            Baggage.fromContext(context).toBuilder().put(baggageKey, tenant).build());
  }
}
