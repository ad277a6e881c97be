package io.costspan.testbed.otlp;

/** What a collector does with an export, all but the first being faults. */
public enum Behaviour {
  ACCEPT,
  /** 503, and nothing is kept. */
  REFUSE,
  /** 429 with {@code Retry-After}, and nothing is kept. */
  TOO_MANY,
  /** No answer, and none later, when the receiver behaves otherwise or is closed. */
  STALL,
  /** 200 with a body that is not protobuf, and nothing is kept. */
  GARBAGE,
  /** Nobody listens. */
  DOWN
}
