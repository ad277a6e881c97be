package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * What attributes are put on: a span or what becomes one, a log record, a set of them. One by one,
 * since a set of its own would be sorted first and then copied.
 */
@FunctionalInterface
interface Attributed {

  /** Null puts nothing. */
  <T> void put(AttributeKey<T> key, @Nullable T value);
}
