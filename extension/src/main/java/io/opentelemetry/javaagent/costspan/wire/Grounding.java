package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * What Gemini looked up to ground its answer. Up to Gemini 2.5 a grounded prompt has one fee, from
 * Gemini 3 on each query has one, and the response does not tell which: both are counted, and the
 * price of the model says which of them has a fee.
 */
final class Grounding {

  /** The provider decides how many there are; a prompt has a handful. */
  private static final int MAX_QUERIES = 256;

  private Set<String> queries = Collections.emptySet();
  private boolean fromWeb;
  private boolean fromMaps;

  /** A web search. Equal ones are billed once, empty ones never. */
  void query(String text) {
    if (text.trim().isEmpty() || queries.size() >= MAX_QUERIES) {
      return;
    }
    if (queries.isEmpty()) {
      queries = new HashSet<>();
    }
    queries.add(text);
  }

  void webSource() {
    fromWeb = true;
  }

  /** Google Maps has a fee of its own, which the price book cannot tell. */
  void mapsSource() {
    fromMaps = true;
  }

  void add(Grounding event) {
    if (!event.queries.isEmpty()) {
      event.queries.forEach(this::query);
    }
    fromWeb |= event.fromWeb;
    fromMaps |= event.fromMaps;
  }

  void copyTo(Usage.Builder target) {
    if (!queries.isEmpty()) {
      target.set(Count.GROUNDING_QUERIES, queries.size());
    }
    if (fromWeb || !queries.isEmpty()) {
      target.set(Count.GROUNDED_PROMPTS, 1);
    }
    if (fromMaps) {
      target.set(Count.OTHER_TOOL_CALLS, 1);
    }
  }

  void clear() {
    queries = Collections.emptySet();
    fromWeb = false;
    fromMaps = false;
  }
}
