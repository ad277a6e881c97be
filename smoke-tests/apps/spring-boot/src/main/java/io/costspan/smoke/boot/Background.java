package io.costspan.smoke.boot;

import io.costspan.smoke.servers.Assistant;
import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/** Calls that Spring puts on a thread of its own. */
@Component
class Background {
  private final Assistant assistant;

  Background(Assistant assistant) {
    this.assistant = assistant;
  }

  @Async
  CompletableFuture<String> answer(long number) {
    return CompletableFuture.completedFuture(assistant.answer(number));
  }
}
