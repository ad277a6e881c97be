package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;

/** Shows how many calls came with a tenant that there is not. */
final class InvalidTenants {

  private InvalidTenants() {}

  static void bind(Meter meter, Names names, Attribution attribution) {
    Attributes label = Attributes.of(Names.LABEL, names.tenant().getKey());
    Names.INVALID.observeLongs(meter, sums -> {
      if (attribution.invalidTenants() > 0) {
        sums.record(attribution.invalidTenants(), label);
      }
    });
  }
}
