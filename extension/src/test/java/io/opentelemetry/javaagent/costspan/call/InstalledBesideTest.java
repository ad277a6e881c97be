package io.opentelemetry.javaagent.costspan.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InstalledBesideTest {
  private static final String URL = "https://api.openai.com/v1/chat/completions";

  private final CountDownLatch go = new CountDownLatch(1);

  @BeforeEach
  @AfterEach
  void uninstall() throws ReflectiveOperationException {
    for (String name : new String[] {"factory", "failures", "pending"}) {
      Field field = LlmCalls.class.getDeclaredField(name);
      field.setAccessible(true);
      field.set(null, null);
    }
  }

  @Test
  void theFirstCallWaitsForTheStart() throws Exception {
    LlmCalls.installBeside(() -> {
      await(go);
      InstalledCalls.install();
    });
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    Thread first = new Thread(() -> seen.complete(LlmCalls.mayBegin("POST", URL)));
    first.start();
    waitUntilItWaits(first);
    assertThat(seen).isNotDone();

    go.countDown();

    assertThat(seen.get()).isTrue();
  }

  @Test
  void whoIsInterruptedWaitsAndStaysInterrupted() throws Exception {
    LlmCalls.installBeside(() -> {
      await(go);
      InstalledCalls.install();
    });
    AtomicBoolean seen = new AtomicBoolean();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread first = new Thread(() -> {
      Thread.currentThread().interrupt();
      seen.set(LlmCalls.mayBegin("POST", URL));
      interrupted.set(Thread.currentThread().isInterrupted());
    });
    first.start();
    waitUntilItWaits(first);

    go.countDown();
    first.join();

    assertThat(seen).isTrue();
    assertThat(interrupted).isTrue();
  }

  @Test
  void nobodyWaitsForAStartThatFailed() throws Exception {
    LlmCalls.installBeside(() -> await(go));
    go.countDown();

    assertThat(LlmCalls.mayBegin("POST", URL)).isFalse();
  }

  @Test
  void theStartDoesNotWaitForItself() throws Exception {
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    LlmCalls.installBeside(() -> {
      seen.complete(LlmCalls.mayBegin("POST", URL));
      InstalledCalls.install();
    });

    assertThat(seen.get()).isFalse();
    assertThat(LlmCalls.mayBegin("POST", URL)).isTrue();
  }

  private static void waitUntilItWaits(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
