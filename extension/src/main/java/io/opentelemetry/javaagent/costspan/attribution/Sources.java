package io.opentelemetry.javaagent.costspan.attribution;

import static io.opentelemetry.javaagent.costspan.attribution.Fact.UNNAMED;

import org.jspecify.annotations.Nullable;

/** The sources that there are. */
public final class Sources {

  private Sources() {}

  /**
   * W3C baggage.
   *
   * @param trusted false to ignore what came into the process with the request
   */
  public static Source baggage(String key, boolean trusted) {
    return new BaggageSource(key, trusted);
  }

  /** The route of the HTTP request that is being served. */
  public static Source route() {
    return new HttpRouteSource();
  }

  /** What is known about the request, message or job that is being served. */
  public static Source fact(Fact kind, String name) {
    return new FactSource(kind, name);
  }

  /** The same, of what there is one of only. */
  public static Source fact(Fact kind) {
    return fact(kind, UNNAMED);
  }

  /**
   * The method that runs, of those that {@link NamedMethods} has.
   *
   * @param argument from 0, or {@link NamedMethod#NO_ARGUMENT} for what it is called
   */
  public static Source method(int argument) {
    return new MethodSource(argument);
  }

  /** A field of the call's own request. */
  public static Source call(String field) {
    return new CallSource(field);
  }

  /**
   * The same value for every call.
   *
   * @param name as the settings spell it
   * @param value null when there turned out to be none
   */
  public static Source constant(String name, @Nullable String value) {
    return new ConstantSource(name, value);
  }
}
