package io.costspan.demo;

import io.costspan.demo.picture.Usd;
import io.costspan.testbed.provider.ProviderLedger;

/** What to say when the service exported to a collector that is not ours. */
final class Elsewhere {
  private Elsewhere() {}

  static String whereToLook(DemoSettings settings, ProviderLedger ledger) {
    String service = settings.environment().getOrDefault("OTEL_SERVICE_NAME", "copilot");
    String ledgerSum = settings.live()
        ? ""
        : "%nThe provider's own ledger, to compare: %s.%n"
            .formatted(Usd.of(ledger.accountableUsd()));
    return """

        Exported to %s. Where to look:

          traces    service %s, tags tenant.id=acme, llm.feature=/review, llm.cache.hit=true
          metrics   sum by (tenant_id) (llm_cost_USD_total)
                    sum by (llm_feature, gen_ai_request_model) (llm_cost_USD_total)
                    sum by (tenant_id) (llm_cache_saved_USD_total)
          logs      events named llm.call, one for each call
        %s
        Whether everything arrived is in the service's log: %s
        """.formatted(settings.endpoint(), service, ledgerSum, settings.log());
  }
}
