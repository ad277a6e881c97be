package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.javaagent.costspan.attribution.Payer;

/** Who pays, as attributes; what is not known is left out. */
final class PayerAttributes {

  private PayerAttributes() {}

  static void put(AttributesBuilder to, Names names, Payer payer) {
    to.put(names.tenant(), payer.tenant());
    to.put(Names.SESSION, payer.session());
    to.put(Names.FEATURE, payer.feature());
  }
}
