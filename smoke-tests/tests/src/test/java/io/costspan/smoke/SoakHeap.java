package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was alive after each round. */
final class SoakHeap {
  /** Where calls are that have not ended. */
  static final String IN_FLIGHT = "io.opentelemetry.javaagent.costspan.call.";

  /** From which a quarter has two. */
  static final int MIN_ROUNDS = 8;

  private static final String STATE = IN_FLIGHT + "CallState";

  /** Pools and threads hold on to the last call that they made. */
  private static final long MAX_MORE_STATES = 32;

  private static final long MAX_GROWTH_BYTES = 2_000_000;

  private final List<Long> usedBytes = new ArrayList<>();
  private final List<Map<String, Long>> instances = new ArrayList<>();
  private Map<String, Long> seen = Map.of();

  void look(List<String[]> report) {
    seen = new TreeMap<>();
    report.forEach(line -> seen.put(line[0], Long.valueOf(line[1])));
  }

  /** What was seen last is what is alive after a round. */
  void keep() {
    usedBytes.add(seen.remove("used"));
    instances.add(seen);
  }

  /** The least of each quarter: what is alive by chance is in neither. */
  void isFlat() {
    assertThat(growth(usedBytes)).as("growth of %s", usedBytes).isLessThan(MAX_GROWTH_BYTES);
    List<Long> states =
        instances.stream().map(counts -> counts.getOrDefault(STATE, 0L)).toList();
    assertThat(growth(states)).as("growth of %s", states).isLessThan(MAX_MORE_STATES);
  }

  private static long growth(List<Long> figures) {
    int quarter = figures.size() / 4;
    long first = Collections.min(figures.subList(0, quarter));
    return Collections.min(figures.subList(figures.size() - quarter, figures.size())) - first;
  }

  @Override
  public String toString() {
    return "bytes in use after each: " + usedBytes + instances;
  }
}
