package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.internal.HttpRouteState;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The route of the HTTP request that is being served ({@code /chat/{id}}) is the feature, unless
 * something better is known. Read from the context, not from the span: a span that is not sampled
 * has no attributes.
 */
final class HttpRouteSource implements AttributionSource {

  private static final Logger LOGGER = Logger.getLogger(HttpRouteSource.class.getName());

  // The class is internal to the agent; read and found the same in 2.30.0, 2.31.1 and 2.33.1.
  private volatile boolean available = true;

  @Override
  public void contribute(Context context, Payer.Builder payer) {
    if (!available) {
      return;
    }
    try {
      HttpRouteState state = HttpRouteState.fromContextOrNull(context);
      if (state != null) {
        payer.feature(state.getRoute());
      }
    } catch (LinkageError e) {
      available = false;
      LOGGER.log(
          Level.WARNING,
          "Costspan cannot read HTTP routes from this agent: llm.feature comes from baggage only");
    }
  }
}
