package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FirstComeLabelTest {

  @Test
  void keepsTheNamesThatCameFirst() {
    FirstComeLabel label = new FirstComeLabel(2);

    assertThat(label.of("a")).isEqualTo("a");
    assertThat(label.of("b")).isEqualTo("b");
    assertThat(label.of("c")).isEqualTo("other");
    assertThat(label.of("a")).isEqualTo("a");
    assertThat(label.of("d")).isEqualTo("other");
    assertThat(label.folded()).isEqualTo(2);
  }

  @Test
  void makesValuesFitForALabel() {
    FirstComeLabel label = new FirstComeLabel(10);

    assertThat(label.of("a\nb")).isEqualTo("ab");
    assertThat(label.of("x".repeat(300))).isEqualTo("x".repeat(128));
    assertThat(label.of("\t ")).isEqualTo("unknown");
    assertThat(label.folded()).isZero();
  }

  @Test
  void keepsExactlyAsManyNamesAsAllowedWhenManyThreadsCompete() throws Exception {
    FirstComeLabel label = new FirstComeLabel(50);
    Set<String> shown = ConcurrentHashMap.newKeySet();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      tasks.add(() -> {
        for (int i = 0; i < 1_000; i++) {
          shown.add(label.of("tenant-" + i));
        }
        return null;
      });
    }

    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      threads.invokeAll(tasks).forEach(FirstComeLabelTest::await);
    } finally {
      threads.shutdownNow();
    }

    assertThat(shown).hasSize(51).contains("other");
    assertThat(label.folded()).isEqualTo(8 * 950);
  }

  private static void await(Future<Void> task) {
    try {
      task.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
