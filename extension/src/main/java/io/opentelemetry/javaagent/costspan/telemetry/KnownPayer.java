package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.attribution.Payer;

/** Who pays for calls that begin later, on threads that do not know it. Immutable. */
public final class KnownPayer {

  private final Payer payer;

  KnownPayer(Payer payer) {
    this.payer = payer;
  }

  Payer payer() {
    return payer;
  }
}
