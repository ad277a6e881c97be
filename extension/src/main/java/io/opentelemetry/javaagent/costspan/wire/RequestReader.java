package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;

/** Reads one JSON request body as its bytes are pushed in. Not thread-safe. */
public interface RequestReader {

  /** Takes the next bytes, in any cut; they are not kept. Malformed JSON is skipped, never thrown. */
  void feed(byte[] bytes, int offset, int length);

  /** What was read so far. */
  RequestFacts facts();
}
