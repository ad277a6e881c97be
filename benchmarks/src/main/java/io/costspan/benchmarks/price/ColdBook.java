package io.costspan.benchmarks.price;

import io.costspan.benchmarks.child.Heap;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.Quote;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The bundled book in a JVM that has done nothing else: one shot in a JVM of its own. The time is
 * mostly that of loading classes and running them in the interpreter, as it is in an application
 * that starts.
 */
public class ColdBook {

  /** Twenty books, so that whatever else the JVM keeps is little beside them. */
  private static final int COPIES = 20;

  @Benchmark
  public PriceBook load(CallerCost cost) {
    cost.calls = 1;
    return PriceBook.bundled();
  }

  @Benchmark
  public Quote firstQuote(Loaded loaded, CallerCost cost) {
    cost.calls = 1;
    return loaded.calls.exactId();
  }

  /** Two heaps are compared: with the books, as they are loaded, and without them. */
  @Benchmark
  public PriceBook[] held(HeldBytes held) {
    PriceBook.bundled();
    PriceBook[] books = new PriceBook[COPIES];
    long before = Heap.reachable();
    for (int i = 0; i < COPIES; i++) {
      books[i] = PriceBook.bundled();
    }
    held.bytes = (Heap.reachable() - before) / COPIES;
    return books;
  }

  /** A book that nobody has asked yet. */
  @State(Scope.Thread)
  public static class Loaded {

    private PricedCalls calls;

    @Setup(Level.Trial)
    public void load() {
      calls = new PricedCalls();
    }
  }
}
