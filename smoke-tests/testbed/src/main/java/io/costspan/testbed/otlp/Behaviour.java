package io.costspan.testbed.otlp;

/** What a collector does with an export, the last three being faults. */
public enum Behaviour {
  ACCEPT,
  /** 503, and nothing is kept. */
  REFUSE,
  /** No answer until the receiver is closed. */
  STALL,
  /** 200 with a body that is not protobuf, and nothing is kept. */
  GARBAGE
}
