package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.action.Actions;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;

/** Hears of every log record that is an event, whatever the sampling. */
final class LoggedEvents implements LogRecordProcessor {

  // Where an event had its name before log records had a field for it.
  private static final AttributeKey<String> EVENT_NAME = AttributeKey.stringKey("event.name");

  @Override
  public void onEmit(Context context, ReadWriteLogRecord record) {
    String name = record.getEventName();
    Actions.happened(context, name != null ? name : record.getAttribute(EVENT_NAME));
  }
}
