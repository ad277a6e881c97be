package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.javaagent.costspan.attribution.Fact;
import io.opentelemetry.javaagent.costspan.attribution.NamedMethod;
import io.opentelemetry.javaagent.costspan.attribution.Source;
import io.opentelemetry.javaagent.costspan.attribution.Sources;
import io.opentelemetry.javaagent.costspan.config.SourceRow;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes a source of what was written. */
final class SourceMaker {

  private final boolean baggageTrusted;
  private final UnaryOperator<@Nullable String> resource;

  SourceMaker(boolean baggageTrusted, UnaryOperator<@Nullable String> resource) {
    this.baggageTrusted = baggageTrusted;
    this.resource = resource;
  }

  Source sourceOf(SourceRow row) {
    switch (row.kind()) {
      case BAGGAGE:
        return Sources.baggage(row.argument(), baggageTrusted);
      case CALL:
        return Sources.call(row.argument());
      case VALUE:
        return Sources.constant(row.toString(), row.argument());
      case RESOURCE:
        return Sources.constant(row.toString(), resource.apply(row.argument()));
      case METHOD:
        return Sources.method(
            row.argument().isEmpty() ? NamedMethod.NO_ARGUMENT : Integer.parseInt(row.argument()));
      case ROUTE:
        return Sources.route();
      default:
        return Sources.fact(Fact.valueOf(row.kind().name()), row.argument());
    }
  }
}
