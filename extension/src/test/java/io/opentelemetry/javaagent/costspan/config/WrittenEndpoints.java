package io.opentelemetry.javaagent.costspan.config;

import java.util.Objects;

/** Endpoints as they are written. */
public final class WrittenEndpoints {

  private WrittenEndpoints() {}

  public static EndpointSettings of(String text) {
    return Objects.requireNonNull(EndpointSettings.parse(text));
  }
}
