package io.costspan.smoke.runner;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What not every SDK version has. */
public enum Feature {
  ASYNC,
  STREAMS,
  ASYNC_STREAMS,
  /**
   * Who reads an event that is no JSON has seen what was written before it, and read what was
   * written with it.
   */
  READING_EVENT_BY_EVENT,
  /** A call begins when its request is written: no connection, no such call. */
  LATE_SPANS,
  /** A failed attempt is repeated. */
  RETRIES,
  /** That cannot be switched off: a server that fails is asked four times. */
  FIXED_RETRIES,
  /**
   * A call whose future is cancelled is given up, or its answer is left unread. Apache's client reads
   * it where it had the connection already.
   */
  CANCELLATION,
  REASONING,
  CACHED_READS,
  /** A stream tells its usage only when it is asked to. */
  USAGE_ON_REQUEST,
  RAW_RESPONSES,
  WITH_OPTIONS,
  STRUCTURED_OUTPUT,
  SERVICE_TIERS,
  RESPONSES,
  EMBEDDINGS,
  CACHE_WRITES;

  /** What every SDK of a provider has, and those. */
  public static Set<Feature> usualAnd(Feature... more) {
    Set<Feature> features = EnumSet.of(
        ASYNC,
        STREAMS,
        ASYNC_STREAMS,
        READING_EVENT_BY_EVENT,
        RETRIES,
        CANCELLATION,
        REASONING,
        CACHED_READS);
    features.addAll(List.of(more));
    return features;
  }
}
