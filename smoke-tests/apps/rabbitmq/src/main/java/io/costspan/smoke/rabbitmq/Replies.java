package io.costspan.smoke.rabbitmq;

import io.costspan.smoke.servers.Assistant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Calls a model for each message, as its type says. Its text is the number of the call. */
final class Replies {
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final Map<Long, String> texts = new ConcurrentSkipListMap<>();
  private final Assistant assistant;
  private final CountDownLatch missing;

  Replies(Assistant assistant, int messages) {
    this.assistant = assistant;
    this.missing = new CountDownLatch(messages);
  }

  /** Returns when the answer is there. */
  void to(String type, byte[] body, Forward forward) {
    long number = Long.parseLong(new String(body, StandardCharsets.UTF_8));
    if ("forward".equals(type)) {
      forward(body, forward);
      return;
    }
    texts.put(number, answer(type == null ? "sync" : type, number).join());
    missing.countDown();
  }

  /** In the order of their numbers, when there are as many as there are messages. */
  Collection<String> await() throws InterruptedException {
    if (!missing.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("missing: " + missing.getCount() + " of " + texts.keySet());
    }
    return texts.values();
  }

  private CompletableFuture<String> answer(String type, long number) {
    return switch (type) {
      case "sync" -> CompletableFuture.completedFuture(assistant.answer(number));
      case "pool" -> CompletableFuture.supplyAsync(() -> assistant.answer(number), pool);
      case "later" -> assistant.answerLater(number);
      case "streamed" -> {
        StringBuilder text = new StringBuilder();
        yield assistant.streamLater(number, text::append).thenApply(ended -> text.toString());
      }
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static void forward(byte[] body, Forward forward) {
    try {
      forward.send(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a message on, to another queue. */
  @FunctionalInterface
  interface Forward {
    void send(byte[] body) throws IOException;
  }
}
