package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * The route that an HTTP server knew when the request began (the JDK's server does). The agent puts
 * it on the span at once and into its own state never, so it is kept in the context, where it does
 * not depend on sampling.
 */
public final class ServedRoute implements AttributionSource {

  private static final ContextKey<String> KEY = ContextKey.named("costspan-served-route");
  private static final AttributeKey<String> HTTP_ROUTE = AttributeKey.stringKey("http.route");

  /** The context of a request that begins with these attributes. */
  public static Context keep(Context context, Attributes atStart) {
    String route = atStart.get(HTTP_ROUTE);
    return route == null ? context : context.with(KEY, route);
  }

  @Override
  public void contribute(Context context, Payer.Builder payer) {
    payer.feature(context.get(KEY));
  }
}
