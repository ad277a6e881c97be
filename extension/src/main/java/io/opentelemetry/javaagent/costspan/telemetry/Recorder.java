package io.opentelemetry.javaagent.costspan.telemetry;

/** Takes a finished call somewhere. Thread-safe. */
interface Recorder {

  /** The {@code costspan.site} of what this throws. */
  String site();

  void record(FinishedCall call);
}
