package io.opentelemetry.javaagent.costspan.config;

import org.jspecify.annotations.Nullable;

/**
 * The release of the agent that has loaded us. Before 2.30.0 it does not isolate helper classes
 * unless told to, and no tap would fit.
 */
public final class AgentRelease {

  /** The oldest agent that we promise to work with. */
  public static final String LEAST = "2.30.0";

  private static final int LEAST_MAJOR = 2;
  private static final int LEAST_MINOR = 30;

  private final @Nullable String version;

  private AgentRelease(@Nullable String version) {
    this.version = version;
  }

  public static AgentRelease running() {
    try {
      // Not on the compile class path: the agent's tooling is no API.
      Class<?> release = Class.forName("io.opentelemetry.javaagent.tooling.AgentVersion");
      return of((String) release.getField("VERSION").get(null));
    } catch (ReflectiveOperationException | LinkageError e) {
      return of(null);
    }
  }

  /** As the agent gives its version; null when it does not. */
  public static AgentRelease of(@Nullable String version) {
    return new AgentRelease(version);
  }

  public boolean isSupported() {
    String[] parts = (version == null ? "" : version).split("[.-]", -1);
    int major = number(parts, 0);
    return major > LEAST_MAJOR || (major == LEAST_MAJOR && number(parts, 1) >= LEAST_MINOR);
  }

  @Override
  public String toString() {
    return version == null ? "unknown" : version;
  }

  private static int number(String[] parts, int index) {
    try {
      return index < parts.length ? Integer.parseInt(parts[index]) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
