package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.javaagent.costspan.config.EndpointRow;
import io.opentelemetry.javaagent.costspan.config.EndpointSettings;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoint;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoints;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import io.opentelemetry.javaagent.costspan.wire.WireFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Turns the endpoints that the operator named into those that the taps know. */
final class Endpoints {

  private static final Logger logger = Logger.getLogger(Endpoints.class.getName());

  private Endpoints() {}

  /** A row with a format that there is not is left out, with a warning. */
  static KnownEndpoints of(EndpointSettings settings) {
    List<KnownEndpoint> known = new ArrayList<>();
    for (EndpointRow row : settings.rows()) {
      String name = row.format();
      WireFormat format = name == null ? null : WireFormats.named(name);
      if (name != null && format == null) {
        warn(row);
      } else {
        known.add(new KnownEndpoint(row.pattern(), row.provider(), format));
      }
    }
    return KnownEndpoints.of(known);
  }

  private static void warn(EndpointRow row) {
    logger.warning("otel.instrumentation.costspan.endpoints: "
        + row
        + " is left out, there is no format "
        + row.format()
        + "; there are "
        + WireFormats.all().stream().map(WireFormat::name).collect(Collectors.joining(", ")));
  }
}
