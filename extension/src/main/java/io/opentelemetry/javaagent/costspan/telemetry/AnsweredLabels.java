package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.javaagent.costspan.price.CostSource;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The labels that the conventions ask for, with the model that answered. Shared by all calls that
 * have the same ones: to sort them anew for every histogram cost more than to record. Thread-safe.
 */
final class AnsweredLabels {

  private static final CostSource[] COST_SOURCES = CostSource.values();

  private final Attributes all;
  private final AtomicReferenceArray<@Nullable Attributes> costs =
      new AtomicReferenceArray<>(COST_SOURCES.length);
  private volatile @Nullable Attributes ofInput;
  private volatile @Nullable Attributes ofOutput;

  AnsweredLabels(Attributes all) {
    this.all = all;
  }

  /** Operation, provider, models, server. */
  Attributes all() {
    return all;
  }

  /** The same for tokens of the input. */
  Attributes ofInput() {
    Attributes known = ofInput;
    if (known == null) {
      known = with(Names.TOKEN_TYPE, "input");
      ofInput = known;
    }
    return known;
  }

  /** The same for tokens of the output. */
  Attributes ofOutput() {
    Attributes known = ofOutput;
    if (known == null) {
      known = with(Names.TOKEN_TYPE, "output");
      ofOutput = known;
    }
    return known;
  }

  /** What the proposal for cost asks for. */
  Attributes ofCost(CostSource source) {
    Attributes known = costs.get(source.ordinal());
    if (known == null) {
      known = costLabels(source);
      costs.set(source.ordinal(), known);
    }
    return known;
  }

  /**
   * The same for a call that failed.
   *
   * @param errorType bounded
   */
  AnsweredLabels failing(String errorType) {
    return new AnsweredLabels(with(Names.ERROR_TYPE, errorType));
  }

  private Attributes with(AttributeKey<String> key, String value) {
    return all.toBuilder().put(key, value).build();
  }

  private Attributes costLabels(CostSource source) {
    AttributesBuilder labels = Attributes.builder();
    copy(Names.OPERATION, labels);
    copy(Names.PROVIDER, labels);
    copy(Names.REQUEST_MODEL, labels);
    copy(Names.RESPONSE_MODEL, labels);
    return labels
        .put(Names.CURRENCY, Names.USD)
        .put(Names.COST_SOURCE, source.value())
        .build();
  }

  private void copy(AttributeKey<String> key, AttributesBuilder to) {
    to.put(key, all.get(key));
  }
}
