package io.costspan.benchmarks.call;

import io.costspan.benchmarks.child.Idle;
import io.costspan.benchmarks.child.Orders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes calls when it is told: {@code calls} names them, {@code warm N} makes N batches of each,
 * {@code batch NAME} tells what a call costs.
 *
 * <p>All calls share a JVM, warm before the first is measured: an application makes different calls
 * too. Warm after so many batches, and not after so many seconds: on a busy machine seconds are not
 * enough to be compiled, and what is measured then is the interpreter.
 */
public final class Application {
  private final Map<String, Call> calls = new LinkedHashMap<>();

  private Application() {
    Stream.concat(new OpenAiCalls().all().stream(), new AnthropicCalls().all().stream())
        .forEach(call -> calls.put(call.name(), call));
  }

  public static void main(String... args) throws Exception {
    Orders.obey(new Application()::obey);
  }

  private String obey(String... order) throws Exception {
    switch (order[0]) {
      case "calls":
        return String.join(" ", calls.keySet());
      case "warm":
        return warm(Integer.parseInt(order[1]));
      case "batch":
        return batch(calls.get(order[1]));
      default:
        throw new IllegalArgumentException(order[0]);
    }
  }

  private String warm(int batches) throws Exception {
    for (int i = 0; i < batches; i++) {
      for (Call call : calls.values()) {
        Batch.of(call.name(), call.batch(), call.body());
      }
    }
    Idle.await();
    return "warm";
  }

  private static String batch(Call call) throws Exception {
    CallCost cost = Batch.of(call.name(), call.batch(), call.body());
    Idle.await();
    return cost.toString();
  }
}
