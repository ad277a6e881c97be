package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/** One that holds nothing, and takes nothing. */
final class BrokenContext implements Context {

  @Override
  public <V> @Nullable V get(ContextKey<V> key) {
    return null;
  }

  @Override
  public <V> Context with(ContextKey<V> key, V value) {
    throw new IllegalStateException("broken");
  }
}
