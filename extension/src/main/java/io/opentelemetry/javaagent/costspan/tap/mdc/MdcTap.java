package io.opentelemetry.javaagent.costspan.tap.mdc;

import io.opentelemetry.javaagent.costspan.attribution.Seen;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes on what was put into a logging context. Never throws. */
final class MdcTap {

  private static final String SITE = "mdc";

  private MdcTap() {}

  static void put(@Nullable String key, @Nullable String value) {
    try {
      Seen.mdc(key, value);
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
    }
  }

  static void removeAll(@Nullable Iterable<?> keys) {
    try {
      // Of another Iterable nobody knows whether it can be read twice.
      if (keys instanceof Collection) {
        keys.forEach(key -> Seen.mdc((String) key, null));
      }
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
    }
  }

  static void add(@Nullable Map<?, ?> entries) {
    try {
      if (entries != null) {
        Seen.mdcAdded(entries);
      }
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
    }
  }

  static void replace(@Nullable Map<?, ?> entries) {
    try {
      Seen.mdcReplaced(entries);
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
    }
  }
}
