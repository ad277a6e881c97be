package io.costspan.smoke.who;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two threads that all customers' work is done on. */
final class Pool implements AutoCloseable {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  void run(Runnable task) throws Exception {
    threads.submit(task).get();
  }

  /** All of the numbers from one on, mixed among the threads. */
  void runAll(long from, int count, Work work) throws Exception {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (long number = from; number < from + count; number++) {
      long each = number;
      tasks.add(() -> {
        work.on(each);
        return null;
      });
    }
    for (Future<Void> done : threads.invokeAll(tasks)) {
      done.get();
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  /** What is done for a call's number. */
  interface Work {
    void on(long number) throws Exception;
  }
}
