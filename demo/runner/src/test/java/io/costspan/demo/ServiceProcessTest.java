package io.costspan.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {
  @Test
  void saysWhereToLookWhenTheServiceDoesNotStart() {
    DemoSettings settings = TestSettings.of(false, Map.of());

    // There is no such agent, so the JVM gives up at once.
    try (ServiceProcess service = ServiceProcess.start(settings, Map.of())) {
      assertThatThrownBy(service::address)
          .isInstanceOf(DemoFailure.class)
          .hasMessageContaining("ended before it listened, see " + settings.log());
    }
  }
}
