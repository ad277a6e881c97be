package io.opentelemetry.javaagent.costspan.telemetry;

/** What ended a stream. */
public enum StreamEnd {
  /** The protocol's terminal event. */
  COMPLETE("complete"),
  /** The bytes ended without one. */
  EOF("eof"),
  /** The application closed the stream before its end. */
  CLOSED("closed"),
  /** The application cancelled the call. */
  CANCELLED("cancelled"),
  /** Reading failed. */
  FAILED("failed"),
  /** The application dropped the stream without closing it, or the process ended. */
  REAPED("reaped");

  private final String value;

  StreamEnd(String value) {
    this.value = value;
  }

  /** Value of {@code llm.stream.end}. */
  public String value() {
    return value;
  }
}
