package io.costspan.smoke.served;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where an application calls from while it serves a request. */
enum Way {
  HERE {
    @Override
    int call(Model model, int number) {
      return model.call(number);
    }
  },
  EXECUTOR {
    @Override
    int call(Model model, int number) throws Exception {
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        return other.submit(() -> model.call(number)).get();
      } finally {
        other.shutdown();
      }
    }
  },
  FUTURE {
    @Override
    int call(Model model, int number) {
      return CompletableFuture.supplyAsync(() -> model.call(number)).join();
    }
  },
  /** The second call, which is the one that counts, from a callback of the first. */
  CALLBACK {
    @Override
    int call(Model model, int number) {
      return model
          .callAsync(number + 1)
          .thenCompose(ok -> model.callAsync(number))
          .join();
    }
  },
  /** By reflection: this is compiled for a JDK that has none. */
  VIRTUAL {
    @Override
    int call(Model model, int number) throws Exception {
      ExecutorService virtual = (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      try {
        return virtual.submit(() -> model.call(number)).get();
      } finally {
        virtual.shutdown();
      }
    }
  };

  abstract int call(Model model, int number) throws Exception;
}
