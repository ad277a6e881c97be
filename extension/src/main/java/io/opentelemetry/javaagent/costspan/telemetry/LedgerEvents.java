package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.logs.LogRecordBuilder;
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
    LogRecordBuilder event = logger
        .logRecordBuilder()
        .setEventName(Names.LEDGER_EVENT)
        .setContext(call.context())
        .setTimestamp(clock.instant())
        .setSeverity(success ? Severity.INFO : Severity.WARN);
    put(event::setAttribute, call);
    event.emit();
  }

  private void put(Attributed to, FinishedCall call) {
    CallStart start = call.start();
    ResponseFacts facts = call.end().facts();
    CallClock clock = call.clock();
    to.put(Names.OPERATION, start.operation());
    to.put(Names.PROVIDER, start.provider());
    to.put(Names.REQUEST_MODEL, start.request().model());
    to.put(Names.RESPONSE_MODEL, facts.model());
    to.put(Names.RESPONSE_ID, facts.id());
    to.put(Names.OUTCOME, call.end().outcome().value());
    to.put(Names.ERROR_TYPE, call.errorType());
    to.put(Names.BATCH_ID, call.end().batchId());
    to.put(Names.DURATION, clock == null ? null : Double.valueOf(clock.elapsed()));
    PayerAttributes.put(to, names, call.payer());
    bill.put(to, call);
  }
}
