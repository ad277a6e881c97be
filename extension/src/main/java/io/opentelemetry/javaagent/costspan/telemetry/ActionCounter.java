package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.action.ActionSink;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import org.jspecify.annotations.Nullable;

/** Counts successful actions under the same labels as the cost that they are set against. */
final class ActionCounter implements ActionSink {

  private final LongCounter actions;
  private final Names names;
  private final Labels labels;
  private final Attribution attribution;

  ActionCounter(Meter meter, Names names, Labels labels, Attribution attribution) {
    this.actions = Names.ACTIONS.longCounter(meter);
    this.names = names;
    this.labels = labels;
    this.attribution = attribution;
  }

  @Override
  public void acted(Context context, String feature) {
    String tenant = labels.tenant().of(orUnknown(attribution.tenant(context)));
    actions.add(
        1,
        Attributes.of(names.tenant(), tenant, Names.FEATURE, labels.feature().of(feature)),
        context);
  }

  private static String orUnknown(@Nullable String tenant) {
    return tenant == null ? Names.UNKNOWN : tenant;
  }
}
