package io.costspan.benchmarks.load;

import io.costspan.benchmarks.child.Heap;
import io.costspan.benchmarks.child.Idle;
import io.costspan.benchmarks.child.Loopback;
import io.costspan.benchmarks.child.Orders;

/**
 * The service, whose argument is the URL of its provider, and what is to be known of it: {@code
 * port}, {@code pulse}, and {@code rest}, which waits until nothing is to be done and answers with
 * the bytes that are reachable then.
 */
public final class Application {
  private final Service service;

  private Application(Service service) {
    this.service = service;
  }

  public static void main(String... args) throws Exception {
    Loopback.prepare();
    Orders.obey(new Application(new Service(args[0]))::obey);
  }

  private String obey(String... order) throws Exception {
    switch (order[0]) {
      case "port":
        return Integer.toString(service.port());
      case "pulse":
        return Pulse.now().toString();
      case "rest":
        Idle.await();
        return Long.toString(Heap.reachable());
      default:
        throw new IllegalArgumentException(order[0]);
    }
  }
}
