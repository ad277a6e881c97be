package io.costspan.smoke;

import io.costspan.testbed.jvm.AgentRun;
import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.provider.ProviderLedger;
import io.costspan.testbed.provider.ReceivedRequest;
import java.util.List;

/**
 * One run of one application, from all sides.
 *
 * @param jvm what the application saw
 * @param received what the collector saw
 * @param ledger what the provider billed
 * @param requests what the provider was sent
 * @param exports how often the agent tried to reach the collector
 */
record Run(
    AgentRun jvm,
    Received received,
    ProviderLedger ledger,
    List<ReceivedRequest> requests,
    int exports,
    int providerPort,
    int refusedPort) {

  static final String SCOPE = "io.costspan";

  long attemptsAt(long callNumber) {
    return requests.stream()
        .filter(request -> request.callNumber() == callNumber)
        .count();
  }
}
