package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The labels of one call. Not thread-safe. */
final class CallLabels {

  private final Labels labels;
  private final AskedLabels asked;
  private final @Nullable String model;
  private @Nullable String responseModel;
  private AnsweredLabels answered;

  private CallLabels(Labels labels, AskedLabels asked, @Nullable String model) {
    this.labels = labels;
    this.asked = asked;
    this.model = model;
    this.answered = asked.answeredBy(null);
  }

  static CallLabels of(CallStart start, Labels labels) {
    return new CallLabels(labels, labels.memo().of(start), start.request().model());
  }

  /** Those of a call of which nothing can be told. */
  static CallLabels unknown(Labels labels) {
    return new CallLabels(labels, labels.memo().unknown(), null);
  }

  String operation() {
    return asked.operation();
  }

  String provider() {
    return asked.provider();
  }

  /** The request model as it is: the ledger bounds it when the call has ended. */
  @Nullable
  String model() {
    return model;
  }

  /** What the conventions ask for. Bounded once per call and model. */
  AnsweredLabels answered(@Nullable String by) {
    if (!Objects.equals(by, responseModel)) {
      answered = asked.answeredBy(by);
      responseModel = by;
    }
    return answered;
  }

  /** The same with {@code error.type}, when there is one. */
  AnsweredLabels answered(@Nullable String by, @Nullable String errorType) {
    AnsweredLabels known = answered(by);
    return errorType == null ? known : known.failing(labels.errorType().of(errorType));
  }
}
