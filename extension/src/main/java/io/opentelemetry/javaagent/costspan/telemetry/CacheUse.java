package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/** Whether the provider's prompt cache served part of a call. */
enum CacheUse {
  HIT("hit"),
  MISS("miss"),
  /** The provider said nothing about its cache, or has none. */
  NOT_REPORTED("");

  /** Value of {@code llm.cache.kind}: the one kind of cache that can be seen on the wire. */
  static final String KIND = "prompt";

  private final String value;

  CacheUse(String value) {
    this.value = value;
  }

  static CacheUse of(Usage usage) {
    if (!usage.reports(Count.CACHE_READ)) {
      return NOT_REPORTED;
    }
    return usage.of(Count.CACHE_READ) > 0 ? HIT : MISS;
  }

  /** Value of {@code llm.cache.result}. */
  String value() {
    return value;
  }
}
