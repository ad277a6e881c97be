package io.costspan.smoke;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has put what the tests run. Nothing of it is on their class path. */
final class Artifacts {
  private Artifacts() {}

  static Path agent(String version) {
    return existing(
        directory("smoke.agents").resolve("opentelemetry-javaagent-" + version + ".jar"));
  }

  /** The version of the agent that we ship. */
  static String currentAgent() {
    return System.getProperty("smoke.agent.version");
  }

  static Path extension() {
    return existing(directory("smoke.extension"));
  }

  /** The stock agent with the extension inside. */
  static Path allInOne() {
    return existing(directory("smoke.all-in-one"));
  }

  /** A library that operators bring along. */
  static Path jtokkit() {
    return existing(directory("smoke.jtokkit"));
  }

  static Path app(String directory) {
    return existing(directory("smoke.apps").resolve(directory).normalize());
  }

  private static Path directory(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(property + " is not set: run these tests with Maven");
    }
    return Path.of(value);
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException("not built: " + file);
    }
    return file;
  }
}
