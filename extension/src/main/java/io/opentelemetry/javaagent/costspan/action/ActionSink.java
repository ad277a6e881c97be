package io.opentelemetry.javaagent.costspan.action;

import io.opentelemetry.context.Context;

/** Takes an action that was successful. Thread-safe. */
public interface ActionSink {

  /**
   * @param context in which it happened; tells who pays
   */
  void acted(Context context, String feature);
}
