package io.opentelemetry.javaagent.costspan.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The batches whose results were asked for, and have no response yet. Thread-safe. */
final class ReadingsInTransport {

  private final Map<String, Integer> countByBatch = new ConcurrentHashMap<>();

  void add(String batch) {
    countByBatch.merge(batch, 1, Integer::sum);
  }

  void remove(String batch) {
    countByBatch.computeIfPresent(batch, (key, count) -> count == 1 ? null : count - 1);
  }

  boolean has(String batch) {
    return countByBatch.containsKey(batch);
  }
}
