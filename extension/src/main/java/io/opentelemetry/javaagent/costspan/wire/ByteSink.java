package io.opentelemetry.javaagent.costspan.wire;

/** Takes bytes as they are pushed. */
public interface ByteSink {

  /** Takes a range of an array that belongs to the caller: nothing of it may be kept or changed. */
  void take(byte[] bytes, int from, int to);
}
