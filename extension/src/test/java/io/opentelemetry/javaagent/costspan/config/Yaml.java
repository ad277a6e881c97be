package io.opentelemetry.javaagent.costspan.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfiguration;
import java.io.ByteArrayInputStream;

/** A piece of a declarative configuration file, read by OpenTelemetry's own reader. */
final class Yaml {

  private Yaml() {}

  static DeclarativeConfigProperties read(String yaml) {
    return DeclarativeConfiguration.toConfigProperties(
        new ByteArrayInputStream(yaml.getBytes(UTF_8)));
  }
}
