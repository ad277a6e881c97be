package io.opentelemetry.javaagent.costspan.attribution;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Remembers what a function made of recent texts: bounded, whatever comes, and nothing is allocated
 * for a text that is remembered. Thread-safe and lock-free.
 */
final class RecentValues<V> {

  /** A power of two. At most 128 chars each, this is half a megabyte at the very worst. */
  private static final int SLOTS = 1024;

  private final AtomicReferenceArray<Entry<V>> slots = new AtomicReferenceArray<>(SLOTS);
  private final Function<String, V> function;

  RecentValues(Function<String, V> function) {
    this.function = function;
  }

  V of(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    Entry<V> known = slots.get(slot);
    if (known != null && known.text.equals(text)) {
      return known.value;
    }
    Entry<V> fresh = new Entry<>(text, function.apply(text));
    slots.set(slot, fresh);
    return fresh.value;
  }

  /** One text and what it became. */
  private static final class Entry<V> {

    final String text;
    final V value;

    Entry(String text, V value) {
      this.text = text;
      this.value = value;
    }
  }
}
