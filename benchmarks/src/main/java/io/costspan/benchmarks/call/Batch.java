package io.costspan.benchmarks.call;

import io.costspan.benchmarks.child.ThreadCost;
import java.util.concurrent.Callable;

/** The same call many times in a row, and what one of them cost. */
public final class Batch {
  private static Object used;

  private Batch() {}

  public static CallCost of(String name, int calls, Callable<?> call) throws Exception {
    repeat(calls / 4, call); // the JVM comes from a pause, and its caches are cold
    ThreadCost before = ThreadCost.untilNow();
    repeat(calls, call);
    ThreadCost all = ThreadCost.untilNow().minus(before);
    return new CallCost(
        name,
        (double) all.nanos() / calls,
        (double) all.cpuNanos() / calls,
        (double) all.bytes() / calls);
  }

  /** No more than to make the calls. */
  public static void repeat(int calls, Callable<?> call) throws Exception {
    for (int i = 0; i < calls; i++) {
      use(call.call());
    }
  }

  /** Lets an answer escape, so that the compiler cannot leave it out. */
  static void use(Object answer) {
    used = answer;
  }
}
