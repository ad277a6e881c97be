package io.costspan.demo;

import java.nio.file.Path;
import java.util.Map;

/** Settings whose paths lead nowhere. */
final class TestSettings {
  private TestSettings() {}

  static DemoSettings of(boolean live, Map<String, String> environment) {
    Path nowhere = Path.of("target", "nowhere");
    return new DemoSettings(
        nowhere.resolve("agent.jar"), nowhere, Path.of("target", "test.log"), live, environment);
  }
}
