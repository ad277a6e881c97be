package io.costspan.smoke.runner;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** Threads that are interrupted before, during and after a call: what they see of it, and the flag. */
final class Interrupts {
  private static final long BEFORE = 3101;
  private static final long DURING = 3102;
  private static final long AFTER = 3103;
  private static final long WAITING = 3104;
  private static final long STREAM = 3105;
  private static final long NOT_WAITING = 3106;

  private final LlmSdk sdk;
  private final ProviderGate gate;

  Interrupts(LlmSdk sdk, ProviderGate gate) {
    this.sdk = sdk;
    this.gate = gate;
  }

  void all() {
    see("before", this::before);
    during();
    see("after", this::after);
    see("waiting", this::waiting);
    see("stream", this::stream);
    see("not-waiting", this::notWaiting);
  }

  private Object before() {
    Thread.currentThread().interrupt();
    return sdk.call(ask(BEFORE, "plain"));
  }

  /** A stream of which no more comes; a single answer may be there before the interrupt is. */
  private void during() {
    CountDownLatch begun = new CountDownLatch(1);
    Thread reader = new Thread(() -> see("during", () -> held(begun)), "to be interrupted");
    reader.start();
    try {
      begun.await();
      reader.interrupt();
      reader.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object held(CountDownLatch begun) {
    try (Chunks chunks = sdk.stream(ask(DURING, "stream-held"))) {
      Iterator<?> all = chunks.all().iterator();
      all.next();
      begun.countDown();
      all.forEachRemaining(chunk -> {});
    }
    return "read to its end";
  }

  private Object after() {
    Object answer = sdk.call(ask(AFTER, "plain"));
    Thread.currentThread().interrupt();
    return answer;
  }

  /** The call goes on, and its answer is there when it is asked for again. */
  private Object waiting() throws ExecutionException {
    CompletableFuture<?> future = sdk.callAsync(ask(WAITING, "held"));
    gate.awaitArrivalOf(WAITING);
    Thread.currentThread().interrupt();
    try {
      return future.get();
    } catch (InterruptedException e) {
      print("waiting", "get() threw " + e.getClass().getName());
    }
    gate.letAnswerOf(WAITING);
    return future.join();
  }

  /** Who does not wait is not disturbed, and is still interrupted. */
  private Object notWaiting() {
    Thread.currentThread().interrupt();
    CompletableFuture<?> future = sdk.callAsync(ask(NOT_WAITING, "plain"));
    print("not-waiting", "interrupted " + Thread.interrupted());
    return future.join();
  }

  /**
   * How much of it is there already and is still read, and so whether it fails and who clears the
   * flag, is never the same twice.
   */
  private Object stream() {
    try (Chunks chunks = sdk.stream(ask(STREAM, "plain"))) {
      Iterator<?> all = chunks.all().iterator();
      print("stream", sdk.shown(all.next()));
      Thread.currentThread().interrupt();
      all.forEachRemaining(chunk -> {});
    } catch (RuntimeException interrupted) {
      // Or not: both are right.
    }
    Thread.interrupted();
    return "over";
  }

  private void see(String when, Attempt attempt) {
    try {
      print(when, "result " + sdk.shown(attempt.make()));
    } catch (Exception e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        print(when, "threw " + t.getClass().getName() + ": " + t.getMessage());
      }
    }
    print(when, "interrupted " + Thread.interrupted());
  }

  private static void print(String when, String what) {
    System.out.println(("interrupt-" + when + '|' + what).replace("\n", "\\n"));
  }

  private static Ask ask(long number, String script) {
    return new Ask(number, "scenario:" + script + " Say a word.", Ask.Model.STANDARD, true, false);
  }

  /** What may throw anything. */
  private interface Attempt {
    Object make() throws Exception;
  }
}
