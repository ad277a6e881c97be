package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.time.Clock;

/**
 * One log record per call: what is summed against the provider's invoice. It is linked to the
 * trace, and not sampled with it. Thread-safe.
 */
final class LedgerEvents implements Recorder {

  private final Logger logger;
  private final Names names;
  private final BillAttributes bill;
  private final Clock clock;

  LedgerEvents(Logger logger, Names names, BillAttributes bill, Clock clock) {
    this.logger = logger;
    this.names = names;
    this.bill = bill;
    this.clock = clock;
  }

  @Override
  public String site() {
    return "event";
  }

  @Override
  public void record(FinishedCall call) {
    boolean success = call.end().outcome() == Outcome.SUCCESS;
    logger
        .logRecordBuilder()
        .setEventName(Names.LEDGER_EVENT)
        .setContext(call.context())
        .setTimestamp(clock.instant())
        .setSeverity(success ? Severity.INFO : Severity.WARN)
        .setAllAttributes(attributes(call))
        .emit();
  }

  private Attributes attributes(FinishedCall call) {
    CallStart start = call.start();
    ResponseFacts facts = call.end().facts();
    CallClock clock = call.clock();
    AttributesBuilder attributes = Attributes.builder()
        .put(Names.OPERATION, start.operation())
        .put(Names.PROVIDER, start.provider())
        .put(Names.REQUEST_MODEL, start.request().model())
        .put(Names.RESPONSE_MODEL, facts.model())
        .put(Names.RESPONSE_ID, facts.id())
        .put(Names.OUTCOME, call.end().outcome().value())
        .put(Names.ERROR_TYPE, call.errorType())
        .put(Names.BATCH_ID, call.end().batchId())
        .put(Names.DURATION, clock == null ? null : Double.valueOf(clock.elapsed()));
    PayerAttributes.put(attributes, names, call.payer());
    bill.put(attributes, call);
    return attributes.build();
  }
}
