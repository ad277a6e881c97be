package io.opentelemetry.javaagent.costspan.tap.method;

import io.opentelemetry.javaagent.costspan.attribution.MethodRun;
import io.opentelemetry.javaagent.costspan.attribution.Seen;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import org.jspecify.annotations.Nullable;

/** Begins the run of a named method. Never throws. */
final class MethodTap {

  private MethodTap() {}

  static @Nullable MethodRun begin(String method, Object @Nullable [] arguments) {
    try {
      return Seen.method(method, arguments);
    } catch (Throwable t) {
      LlmCalls.failed("method", t);
      return null;
    }
  }
}
