package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.action.ActionSink;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts successful actions under the same labels as the cost that they are set against. Who has a
 * name is decided there. Thread-safe.
 */
final class ActionCounter implements ActionSink, LabelledSums {

  private final ConcurrentHashMap<Attributes, LongAdder> sums = new ConcurrentHashMap<>();
  private final Names names;
  private final Labels labels;
  private final InFlight adding;
  private final Attribution attribution;
  private final int maxSeries;
  private Runnable report = () -> {};

  /**
   * @param adding whoever adds is inside
   */
  ActionCounter(
      Names names, Labels labels, InFlight adding, Attribution attribution, int maxSeries) {
    this.names = names;
    this.labels = labels;
    this.adding = adding;
    this.attribution = attribution;
    this.maxSeries = maxSeries;
  }

  @Override
  public List<ObservableMeasurement> instruments(Meter meter) {
    ObservableLongMeasurement actions = Names.ACTIONS.observedLongs(meter);
    report = () -> sums.forEach((key, sum) -> actions.record(sum.sum(), key));
    return Collections.singletonList(actions);
  }

  @Override
  public void acted(Context context, String feature) {
    String tenant = attribution.tenant(context);
    InFlight.Cohort inside = adding.enter();
    try {
      sumOf(key(labels.tenant().of(tenant), labels.feature().of(feature))).increment();
    } finally {
      inside.leave();
    }
  }

  @Override
  public void report() {
    report.run();
  }

  @Override
  public void fold(boolean merge) {
    for (Attributes key : sums.keySet()) {
      Attributes shown = key(
          shown(key, names.tenant(), labels.tenant()), shown(key, Names.FEATURE, labels.feature()));
      if (!shown.equals(key)) {
        move(key, merge ? shown : null);
      }
    }
  }

  /** Into the room that it had, which nobody else gets meanwhile; null for nowhere. */
  private synchronized void move(Attributes key, @Nullable Attributes to) {
    LongAdder moved = sums.remove(key);
    if (moved != null && to != null) {
      sums.computeIfAbsent(to, any -> new LongAdder()).add(moved.sum());
    }
  }

  private LongAdder sumOf(Attributes key) {
    LongAdder sum = sums.get(key);
    return sum == null ? newSum(key) : sum;
  }

  /** The last series is kept for all that there is no room for. */
  private synchronized LongAdder newSum(Attributes key) {
    boolean hasRoom = sums.size() < maxSeries - 1;
    return sums.computeIfAbsent(
        hasRoom ? key : key(Names.OTHER, Names.OTHER), any -> new LongAdder());
  }

  private Attributes key(String tenant, String feature) {
    return Attributes.of(names.tenant(), tenant, Names.FEATURE, feature);
  }

  private static String shown(Attributes key, AttributeKey<String> label, SpendLabel names) {
    String name = key.get(label);
    return name != null && names.shows(name) ? name : Names.OTHER;
  }
}
