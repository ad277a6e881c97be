package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of what is served: the facts that are known then. The attributes are those that a
 * span starts with, before sampling decides whether there is one.
 */
public final class ServedStart {

  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
  private static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> ROUTING_KEY =
      AttributeKey.stringKey("messaging.rabbitmq.destination.routing_key");

  /** What the agent calls the exchange of RabbitMQ's that has no name. */
  private static final String NAMELESS_EXCHANGE = "<default>";

  private ServedStart() {}

  /** A request over HTTP or RPC. */
  public static Context request(Context context, Attributes atStart) {
    Context served = ServedRequest.begin(context);
    // A method that has started a server is in the context of all that it serves.
    served = served == context ? served : MethodRun.drop(served);
    ServedRequest request = ServedRequest.in(served);
    if (request == null) {
      return served;
    }
    offer(request, Fact.ROUTE, atStart.get(ROUTE));
    String path = atStart.get(PATH);
    String query = atStart.get(QUERY);
    NamedFacts named = NamedFacts.inForce();
    for (PathPattern pattern : path == null ? NamedFacts.NO_PATHS : named.paths()) {
      request.offer(Fact.PATH, pattern.text(), pattern.find(path));
    }
    for (String name : query == null ? NamedFacts.NO_NAMES : named.names(Fact.QUERY)) {
      request.offer(Fact.QUERY, name, UrlText.parameter(query, name));
    }
    return withHeaders(served, request, Fact.HEADER);
  }

  /**
   * A message, which may be one of many that are received while something else is served.
   *
   * @param message as the propagators see it
   */
  public static Context message(Context context, Object message, Attributes atStart) {
    Context served = ServedRequest.beginMessage(context);
    ServedRequest request = ServedRequest.in(served);
    if (request == null) {
      return served;
    }
    offer(request, Fact.DESTINATION, destination(atStart));
    InboundHeaders linked = LinkedHeaders.take(message);
    if (linked == null) {
      return withHeaders(served, request, Fact.MESSAGE_HEADER);
    }
    linked.offerTo(request, Fact.MESSAGE_HEADER);
    return InboundHeaders.drop(served);
  }

  /**
   * A scheduled job.
   *
   * @param name as its span is called
   */
  public static Context job(Context context, String name) {
    Context served = ServedRequest.beginJob(context);
    ServedRequest request = ServedRequest.in(served);
    if (request != null) {
      offer(request, Fact.JOB, name);
    }
    return served;
  }

  /** The exchange without a name delivers to the queue that the routing key names. */
  private static @Nullable String destination(Attributes atStart) {
    String name = atStart.get(DESTINATION);
    return NAMELESS_EXCHANGE.equals(name) ? atStart.get(ROUTING_KEY) : name;
  }

  private static void offer(ServedRequest request, Fact kind, @Nullable String value) {
    if (value != null) {
      request.offer(kind, Fact.UNNAMED, value);
    }
  }

  private static Context withHeaders(Context served, ServedRequest request, Fact kind) {
    InboundHeaders headers = InboundHeaders.in(served);
    if (headers == null) {
      return served;
    }
    headers.offerTo(request, kind);
    return InboundHeaders.drop(served);
  }
}
