package io.costspan.benchmarks;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build put the jars: the agents lie beside the directory of this program's own jar. */
final class Agents {
  private static final Path APP = directoryOfThisJar();

  private Agents() {}

  /** The class path of what is measured; also that of this program. */
  static String applicationClassPath() {
    return APP.resolve("*").toString();
  }

  /** The OpenTelemetry Java agent as it is published. */
  static Path stock() {
    return agent("opentelemetry-javaagent.jar");
  }

  /** The same agent with Costspan inside. */
  static Path costspan() {
    return agent("costspan-agent.jar");
  }

  /** Datadog's, which is here only when the profile is. */
  static Path datadog() {
    return agent("dd-java-agent.jar");
  }

  /** Where the pictures of the documents are. */
  static Path pictures() {
    return buildDirectory().resolve(Path.of("..", "..", "docs", "images")).normalize();
  }

  /** For logs. */
  static Path buildDirectory() {
    return APP.getParent();
  }

  private static Path agent(String name) {
    Path jar = APP.resolveSibling("agents").resolve(name);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("no " + jar + ": build with -Pbenchmarks package");
    }
    return jar;
  }

  private static Path directoryOfThisJar() {
    try {
      Path classes = Path.of(
          Agents.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(classes) ? classes.resolveSibling("app") : classes.getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
