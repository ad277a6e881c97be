package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The labels that are known when a call begins, bounded, with those of the answers that came.
 * Shared by all calls that begin alike. Thread-safe.
 */
final class AskedLabels {

  private final Labels labels;
  private final LabelMemo memo;
  private final String operation;
  private final String provider;
  private final Attributes asked;
  private final AnsweredLabels unanswered;
  private final Map<String, AnsweredLabels> byResponseModel = new ConcurrentHashMap<>(2);

  private AskedLabels(
      Labels labels, LabelMemo memo, String operation, String provider, Attributes asked) {
    this.labels = labels;
    this.memo = memo;
    this.operation = operation;
    this.provider = provider;
    this.asked = asked;
    this.unanswered = new AnsweredLabels(asked);
  }

  static AskedLabels of(CallStart start, Labels labels, LabelMemo memo) {
    String operation = labels.operation().of(start.operation());
    String provider = labels.provider().of(start.provider());
    String model = boundedOrNull(labels.requestModel(), start.request().model());
    AttributesBuilder asked = common(operation, provider).put(Names.REQUEST_MODEL, model);
    putServer(asked, start, labels);
    return new AskedLabels(labels, memo, operation, provider, asked.build());
  }

  /** Those of a call of which nothing can be told. */
  static AskedLabels unknown(Labels labels, LabelMemo memo) {
    Attributes asked = common(Names.UNKNOWN, Names.UNKNOWN).build();
    return new AskedLabels(labels, memo, Names.UNKNOWN, Names.UNKNOWN, asked);
  }

  String operation() {
    return operation;
  }

  String provider() {
    return provider;
  }

  /** Whether a value is shown as another one or left out, which is counted for each call. */
  boolean areFolded(CallStart start) {
    boolean portIsLost = asked.get(Names.SERVER_ADDRESS) != null
        && asked.get(Names.SERVER_PORT) == null
        && start.hasServerPort();
    return portIsLost || asked.asMap().containsValue(Names.OTHER);
  }

  /**
   * @param model null while no answer has named one
   */
  AnsweredLabels answeredBy(@Nullable String model) {
    if (model == null) {
      return unanswered;
    }
    AnsweredLabels known = byResponseModel.get(model);
    return known != null ? known : answeredFirst(model);
  }

  private AnsweredLabels answeredFirst(String model) {
    String name = labels.responseModel().of(model);
    AnsweredLabels answered =
        new AnsweredLabels(asked.toBuilder().put(Names.RESPONSE_MODEL, name).build());
    if (!name.equals(Names.OTHER) && memo.takesOneMore()) {
      byResponseModel.put(model, answered);
    }
    return answered;
  }

  private static AttributesBuilder common(String operation, String provider) {
    return Attributes.builder().put(Names.OPERATION, operation).put(Names.PROVIDER, provider);
  }

  /** A folded port is left out: it is a number and has no {@code other}. */
  private static void putServer(AttributesBuilder attributes, CallStart start, Labels labels) {
    String address = boundedOrNull(labels.serverAddress(), start.serverAddress());
    if (address == null) {
      return;
    }
    attributes.put(Names.SERVER_ADDRESS, address);
    String port = Integer.toString(start.serverPort());
    if (start.hasServerPort() && labels.serverPort().of(port).equals(port)) {
      attributes.put(Names.SERVER_PORT, Long.valueOf(start.serverPort()));
    }
  }

  private static @Nullable String boundedOrNull(FirstComeLabel label, @Nullable String value) {
    return value == null ? null : label.of(value);
  }
}
