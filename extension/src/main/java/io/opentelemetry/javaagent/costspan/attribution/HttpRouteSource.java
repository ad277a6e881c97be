package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.internal.HttpRouteState;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The route of the HTTP request that is being served ({@code /chat/{id}}). Read from the context,
 * not from the span: a span that is not sampled has no attributes. A server that knew the route
 * when the request began (the JDK's does) puts it on the span at once and into the agent's state
 * never; it is then a fact about the request.
 */
final class HttpRouteSource implements Source {

  private static final Logger LOGGER = Logger.getLogger(HttpRouteSource.class.getName());

  // The class is internal to the agent; read and found the same in 2.30.0, 2.31.1 and 2.33.1.
  private volatile boolean available = true;

  @Override
  public String name() {
    return "route";
  }

  @Override
  public @Nullable String read(Context context, @Nullable ServedRequest served, CallFields call) {
    String route = available ? stateOf(context) : null;
    return route != null || served == null ? route : served.fact(Fact.ROUTE, Fact.UNNAMED);
  }

  @Override
  public void nameFacts(NamedFacts.Builder named) {
    named.add(Fact.ROUTE, Fact.UNNAMED);
  }

  private @Nullable String stateOf(Context context) {
    try {
      HttpRouteState state = HttpRouteState.fromContextOrNull(context);
      return state == null ? null : state.getRoute();
    } catch (LinkageError e) {
      available = false;
      LOGGER.log(
          Level.WARNING,
          "Costspan cannot read HTTP routes from this agent: llm.feature does not come from them");
      return null;
    }
  }
}
