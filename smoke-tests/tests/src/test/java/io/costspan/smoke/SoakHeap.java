package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What was alive after each round. */
final class SoakHeap {
  /** Where calls are that have not ended. */
  static final String IN_FLIGHT = "io.opentelemetry.javaagent.costspan.call.";

  /** In which clients fill their pools and caches, and most series are seen for the first time. */
  static final int WARM_UP_ROUNDS = 4;

  /** From which a quarter of the rest has two. */
  static final int MIN_ROUNDS = WARM_UP_ROUNDS + 8;

  private static final String STATE = IN_FLIGHT + "CallState";

  /** Threads and pools hold on to the last call that they made. */
  private static final long MAX_MORE_STATES = 16;

  private static final int FIGURES_TOLD = 60;

  private final List<Long> usedBytes = new ArrayList<>();
  private final List<Long> states = new ArrayList<>();
  private Map<String, Long> seen = Map.of();

  void look(List<String[]> report) {
    seen = new TreeMap<>();
    report.forEach(line -> seen.put(line[0], Long.valueOf(line[1])));
  }

  /** What was seen last is what is alive after a round. */
  void keep() {
    usedBytes.add(seen.get("used"));
    states.add(seen.getOrDefault(STATE, 0L));
  }

  /** The least of each quarter: what is alive by chance is in neither. */
  void isFlat() {
    assertThat(growth(states)).as("growth of %s", this).isLessThan(MAX_MORE_STATES);
  }

  private static long growth(List<Long> figures) {
    List<Long> warm = figures.subList(WARM_UP_ROUNDS, figures.size());
    int quarter = warm.size() / 4;
    long first = Collections.min(warm.subList(0, quarter));
    return Collections.min(warm.subList(warm.size() - quarter, warm.size())) - first;
  }

  @Override
  public String toString() {
    int step = 1 + states.size() / FIGURES_TOLD;
    return "bytes in use, every " + step + " rounds: " + every(step, usedBytes)
        + ", calls not ended or held: " + every(step, states);
  }

  private static List<Long> every(int step, List<Long> figures) {
    return IntStream.range(0, figures.size())
        .filter(round -> round % step == 0)
        .mapToObj(figures::get)
        .toList();
  }
}
