package io.opentelemetry.javaagent.costspan.config;

/** What becomes of the gen_ai spans that an SDK emits on its own. Metrics come from us either way. */
public enum NativeSpans {
  SUPPRESS,
  KEEP
}
