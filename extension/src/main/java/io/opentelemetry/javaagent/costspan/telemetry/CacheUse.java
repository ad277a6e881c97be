package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/** What one cache did for a call. */
public enum CacheUse {
  PROMPT_HIT("prompt", true),
  PROMPT_MISS("prompt", false),
  /** A gateway had the answer to the very same request, and asked nobody. */
  RESPONSE_HIT("response", true),
  RESPONSE_MISS("response", false),
  /** A gateway had the answer to a request that means the same. */
  SEMANTIC_HIT("semantic", true),
  SEMANTIC_MISS("semantic", false),
  /** Nobody said anything about a cache. */
  NOT_REPORTED("", false);

  private final String kind;
  private final boolean hit;

  CacheUse(String kind, boolean hit) {
    this.kind = kind;
    this.hit = hit;
  }

  /** What the provider's prompt cache did. */
  static CacheUse ofPrompt(Usage usage) {
    if (!usage.reports(Count.CACHE_READ)) {
      return NOT_REPORTED;
    }
    return usage.of(Count.CACHE_READ) > 0 ? PROMPT_HIT : PROMPT_MISS;
  }

  /** Value of {@code llm.cache.kind}. */
  String kind() {
    return kind;
  }

  boolean isHit() {
    return hit;
  }

  /** Whether the provider was not asked at all. */
  boolean servesTheCall() {
    return hit && this != PROMPT_HIT;
  }

  /** Value of {@code llm.cache.result}. */
  String result() {
    return hit ? "hit" : "miss";
  }
}
