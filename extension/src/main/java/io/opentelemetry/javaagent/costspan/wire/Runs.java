package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.ModelRun;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a model that a usage lists one by one. A stream restates the list: the last one is
 * right as a whole. One run that cannot be read makes all of them useless, since the sum would be
 * wrong: then they are only counted.
 */
final class Runs {

  /** The provider decides how many there are; recorded calls have a handful. */
  private static final int MAX_RUNS = 64;

  private static final Count[] TOKENS = {
    Count.INPUT,
    Count.OUTPUT,
    Count.CACHE_READ,
    Count.CACHE_WRITE,
    Count.CACHE_WRITE_1H,
    Count.REASONING
  };

  private final List<Run> runs = new ArrayList<>(0);
  private @Nullable Run current;
  private boolean listed;
  private long unreadable;

  static ObjLongConsumer<Reply> into(Count count) {
    return (reply, value) -> {
      if (value <= Reply.MAX_COUNT) {
        reply.runs().current().counts.set(count, value);
      }
    };
  }

  void listBegins() {
    clear();
    listed = true;
  }

  void begin() {
    current = new Run();
  }

  /** The run that is being read: most calls have no list, so nothing is made for them. */
  private Run current() {
    if (current == null) {
      current = new Run();
    }
    return current;
  }

  /** The model that ran, where it is not the model of the call. */
  void model(String value) {
    current().model = value;
  }

  /**
   * @param includeParts turns the counts as they were sent into totals that include their parts
   */
  void end(Consumer<Usage.Builder> includeParts) {
    Run run = current();
    if (run.hasTotals() && runs.size() < MAX_RUNS) {
      includeParts.accept(run.counts);
      runs.add(run);
    } else {
      unreadable++;
    }
  }

  /** Replaces what is known by what a later event lists, if it has a list. */
  void add(Runs event) {
    if (event.listed) {
      listBegins();
      runs.addAll(event.runs);
      unreadable = event.unreadable;
    }
  }

  /** Replaces the token counts of the call by the sum over its runs. */
  void sumInto(Usage.Builder total) {
    if (unreadable > 0) {
      total.set(Count.SEPARATELY_BILLED_RUNS, unreadable);
    } else if (!runs.isEmpty()) {
      for (Count count : TOKENS) {
        sumInto(total, count);
      }
    }
  }

  /** Adds the runs, unless there is one that cannot be read. */
  void copyTo(Usage.Builder target, UsageStatus status) {
    if (unreadable == 0) {
      runs.forEach(run -> target.run(ModelRun.of(run.model, run.counts.build(status))));
    }
  }

  void clear() {
    runs.clear();
    listed = false;
    unreadable = 0;
  }

  private void sumInto(Usage.Builder total, Count count) {
    long sum = 0;
    boolean reported = false;
    for (Run run : runs) {
      sum += run.counts.orZero(count);
      reported |= run.counts.has(count);
    }
    total.clear(count);
    if (reported) {
      total.set(count, sum);
    }
  }

  private static final class Run {

    private final Usage.Builder counts = Usage.builder();
    private @Nullable String model;

    boolean hasTotals() {
      return counts.has(Count.INPUT) && counts.has(Count.OUTPUT);
    }
  }
}
