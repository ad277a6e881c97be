package io.costspan.smoke.soak;

import io.costspan.smoke.runner.soak.Call;
import io.costspan.smoke.runner.soak.Payer;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.context.Scope;
import org.slf4j.MDC;

/** While it is open, this thread says who pays. */
final class Payment implements AutoCloseable {
  private final Scope scope;

  private Payment(Scope scope) {
    this.scope = scope;
  }

  static Payment begin(Payer payer, Call call) {
    BaggageBuilder baggage = Baggage.builder().put("session.id", call.session());
    boolean byBaggage = payer.way() == Payer.Way.BAGGAGE || call.beginsElsewhere();
    if (payer.way() != Payer.Way.NOBODY && byBaggage) {
      baggage.put("tenant.id", payer.tenant()).put("llm.feature", payer.feature());
    } else if (payer.way() == Payer.Way.LOGGING_CONTEXT) {
      MDC.put("tenant", payer.tenant());
      MDC.put("feature", payer.feature());
    }
    return new Payment(baggage.build().makeCurrent());
  }

  @Override
  public void close() {
    scope.close();
    MDC.clear();
  }
}
