package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.KnownEndpoints;
import io.opentelemetry.javaagent.costspan.wire.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What the operator chose about calls. Immutable. */
public final class CallSettings {

  private final KnownEndpoints endpoints;
  private final boolean asksStreamUsage;
  private final @Nullable Vocabularies vocabularies;

  private CallSettings(
      KnownEndpoints endpoints, boolean asksStreamUsage, @Nullable Vocabularies vocabularies) {
    this.endpoints = endpoints;
    this.asksStreamUsage = asksStreamUsage;
    this.vocabularies = vocabularies;
  }

  /** No endpoints, no request is changed, and nothing is estimated. */
  public static CallSettings standard() {
    return new CallSettings(KnownEndpoints.none(), false, null);
  }

  public CallSettings with(KnownEndpoints named) {
    return new CallSettings(named, asksStreamUsage, vocabularies);
  }

  /** Whether chat streams that would not tell their usage are asked to, and it is hidden again. */
  public CallSettings askingStreamUsage(boolean asks) {
    return new CallSettings(endpoints, asks, vocabularies);
  }

  /** What streams that tell no usage are counted with; null for not at all. */
  public CallSettings estimatingWith(@Nullable Vocabularies counted) {
    return new CallSettings(endpoints, asksStreamUsage, counted);
  }

  KnownEndpoints endpoints() {
    return endpoints;
  }

  boolean asksStreamUsage() {
    return asksStreamUsage;
  }

  @Nullable
  Vocabularies vocabularies() {
    return vocabularies;
  }
}
