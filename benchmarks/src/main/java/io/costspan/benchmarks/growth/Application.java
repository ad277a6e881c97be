package io.costspan.benchmarks.growth;

import io.costspan.benchmarks.call.Batch;
import io.costspan.benchmarks.call.CallCost;
import io.costspan.benchmarks.child.Heap;
import io.costspan.benchmarks.child.Idle;
import io.costspan.benchmarks.child.Orders;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Makes calls while one thing grows, which is its argument: {@code warm} compiles them, {@code grow
 * N} has it grow and answers with a {@link Point}, of which the cost is the median of a few batches.
 */
public final class Application {
  private static final int WARM_UP_CALLS = 20_000;
  private static final int BATCHES = 5;

  private final Growing growing;

  private Application(Dimension dimension) {
    this.growing = growing(dimension);
  }

  public static void main(String... args) throws Exception {
    Orders.obey(new Application(Dimension.valueOf(args[0]))::obey);
  }

  private static Growing growing(Dimension dimension) {
    switch (dimension) {
      case TENANTS:
        return new Tenants();
      case MODELS:
        return new Models();
      case STREAMS:
        return new OpenStreams();
      case ANSWER:
        return LongAnswers.oneText();
      case CHUNKS:
        return LongAnswers.chunks();
      default:
        throw new IllegalArgumentException(dimension.name());
    }
  }

  private String obey(String... order) throws Exception {
    if (order[0].equals("warm")) {
      growing.growTo(1);
      Batch.repeat(WARM_UP_CALLS, growing::call);
      Idle.await();
      return "warm";
    }
    return grown(Integer.parseInt(order[1])).toString();
  }

  private Point grown(int size) throws Exception {
    growing.growTo(size);
    Idle.await();
    CallCost[] costs = new CallCost[BATCHES];
    for (int i = 0; i < BATCHES; i++) {
      costs[i] = Batch.of("call", growing.calls(size), growing::call);
      Idle.await();
    }
    Arrays.sort(costs, Comparator.comparing(CallCost::cpuNanos));
    return new Point(costs[BATCHES / 2], Heap.reachable());
  }
}
