package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;

/** One place where it is written who pays. Thread-safe. */
public interface AttributionSource {

  /** Offers what this source knows; what an earlier source gave stays. */
  void contribute(Context context, Payer.Builder payer);
}
