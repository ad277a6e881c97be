package io.opentelemetry.javaagent.costspan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Our own version, as the build wrote it down. */
final class CostspanRelease {

  private static final String VERSION = read();

  private CostspanRelease() {}

  /** {@code unknown} when the jar was put together without it. */
  static String version() {
    return VERSION;
  }

  private static String read() {
    Properties properties = new Properties();
    try (InputStream file = CostspanRelease.class.getResourceAsStream("costspan.properties")) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      // Not worth a word: only the version is missing.
    }
    return properties.getProperty("version", "unknown");
  }
}
