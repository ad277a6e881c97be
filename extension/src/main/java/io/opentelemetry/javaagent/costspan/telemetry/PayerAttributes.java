package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.attribution.Payer;
import io.opentelemetry.javaagent.costspan.attribution.PayerSources;
import org.jspecify.annotations.Nullable;

/** Who pays, as attributes; what is not known is left out. */
final class PayerAttributes {

  private PayerAttributes() {}

  static void put(Attributed to, Names names, Payer payer) {
    to.put(names.tenant(), payer.tenant());
    to.put(payer.isUserHashed() ? Names.USER_HASH : Names.USER, payer.user());
    to.put(Names.SESSION, payer.session());
    to.put(Names.FEATURE, payer.feature());
  }

  /** Which sources told, where that is asked for. */
  static void putSources(Attributed to, @Nullable PayerSources sources) {
    if (sources != null) {
      to.put(Names.TENANT_SOURCE, sources.tenant());
      to.put(Names.USER_SOURCE, sources.user());
      to.put(Names.SESSION_SOURCE, sources.session());
      to.put(Names.FEATURE_SOURCE, sources.feature());
    }
  }
}
