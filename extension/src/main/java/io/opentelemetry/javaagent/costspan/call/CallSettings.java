package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.KnownEndpoints;

/** What the operator chose about calls. Immutable. */
public final class CallSettings {

  private final KnownEndpoints endpoints;
  private final boolean asksStreamUsage;

  private CallSettings(KnownEndpoints endpoints, boolean asksStreamUsage) {
    this.endpoints = endpoints;
    this.asksStreamUsage = asksStreamUsage;
  }

  /** No endpoints, and no request is changed. */
  public static CallSettings standard() {
    return new CallSettings(KnownEndpoints.none(), false);
  }

  public CallSettings with(KnownEndpoints named) {
    return new CallSettings(named, asksStreamUsage);
  }

  /** Whether chat streams that would not tell their usage are asked to, and it is hidden again. */
  public CallSettings askingStreamUsage(boolean asks) {
    return new CallSettings(endpoints, asks);
  }

  KnownEndpoints endpoints() {
    return endpoints;
  }

  boolean asksStreamUsage() {
    return asksStreamUsage;
  }
}
