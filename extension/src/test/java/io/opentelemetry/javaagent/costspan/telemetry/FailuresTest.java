package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private final CapturedLog log = new CapturedLog(Failures.class);

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void exportsWhatWasCountedBeforeAndAfterThereWasAMeter() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      Failures failures = new Failures();
      failures.count("config", new IllegalStateException());
      failures.bind(telemetry.sdk().getMeter("test"));
      failures.bind(telemetry.sdk().getMeter("test"));
      failures.count("wire", new IllegalStateException());
      failures.count("wire", "a constant text");

      assertThat(telemetry.longsBy("costspan.failures", Names.SITE))
          .containsOnly(Map.entry("config", 1L), Map.entry("wire", 2L));
      assertThat(telemetry.metric("costspan.failures").getUnit()).isEqualTo("{failure}");
    }
  }

  @Test
  void logsEachSiteOnceAndByClassAndPlaceOnly() {
    Failures failures = new Failures();
    failures.count("wire", new IllegalArgumentException("prompt: my secret is sk-12345"));
    failures.count("wire", new NullPointerException("sk-12345"));
    failures.count("price", new IllegalStateException());

    assertThat(log.messages())
        .hasSize(2)
        .allMatch(message -> message.startsWith("WARNING "))
        .noneMatch(message -> message.contains("secret") || message.contains("sk-12345"));
    assertThat(log.messages().get(0))
        .contains("wire", "java.lang.IllegalArgumentException", "FailuresTest.logsEachSite");
  }

  @Test
  void neverThrows() {
    Failures failures = new Failures();
    Throwable broken = new RuntimeException() {
      @Override
      public StackTraceElement[] getStackTrace() {
        throw new IllegalStateException();
      }
    };

    assertThatCode(() -> failures.count("wire", broken)).doesNotThrowAnyException();
    assertThatCode(() -> failures.count("call", new StacklessException()))
        .doesNotThrowAnyException();
    assertThat(log.messages()).hasSize(1);
  }

  private static final class StacklessException extends RuntimeException {
    StacklessException() {
      super(null, null, false, false);
    }
  }
}
