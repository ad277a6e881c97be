package io.costspan.smoke.runner;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Handlers of the application that run out of memory or stack while they look at an answer. */
final class Errors {
  private static final int PATIENCE_SECONDS = 20;

  private final LlmSdk sdk;

  Errors(LlmSdk sdk) {
    this.sdk = sdk;
  }

  void all() {
    thrown("memory", 3001, () -> new OutOfMemoryError("the application's"));
    thrown("stack", 3011, () -> new StackOverflowError("the application's"));
  }

  private void thrown(String kind, long number, Supplier<Error> error) {
    print(kind + "-consumer", consumer(number, error));
    print(kind + "-handler", handler(number + 1, error));
    print(kind + "-callback", callback(number + 2, error));
  }

  private Throwable consumer(long number, Supplier<Error> error) {
    try (Chunks chunks = sdk.stream(ask(number))) {
      chunks.all().forEach(chunk -> {
        throw error.get();
      });
      return null;
    } catch (Throwable t) {
      return t;
    }
  }

  private Throwable handler(long number, Supplier<Error> error) {
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    Object stream = sdk.streamAsync(
        ask(number),
        chunk -> {
          Error thrown = error.get();
          seen.complete(thrown);
          throw thrown;
        },
        end::complete);
    try {
      seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS).orElse(null);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      return e;
    } finally {
      java.lang.ref.Reference.reachabilityFence(stream);
    }
  }

  private Throwable callback(long number, Supplier<Error> error) {
    try {
      sdk.callAsync(ask(number))
          .thenAccept(answer -> {
            throw error.get();
          })
          .join();
      return null;
    } catch (CompletionException e) {
      return e;
    }
  }

  private static void print(String where, Throwable seen) {
    for (Throwable t = seen; t != null; t = t.getCause()) {
      System.out.println(
          "error-" + where + "|saw " + t.getClass().getName() + ": " + t.getMessage());
    }
    if (seen == null) {
      System.out.println("error-" + where + "|saw nothing");
    }
  }

  private static Ask ask(long number) {
    return new Ask(number, "scenario:plain Say a word.", Ask.Model.STANDARD, true, false);
  }
}
