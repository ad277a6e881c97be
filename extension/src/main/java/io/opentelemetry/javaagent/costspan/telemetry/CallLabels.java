package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.javaagent.costspan.price.Cost;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The labels of one call, each bounded once. Not thread-safe. */
final class CallLabels {

  private final Labels labels;
  private final String operation;
  private final String provider;
  private final @Nullable String model;
  private final @Nullable String requestModel;
  private final Attributes atStart;
  private @Nullable String responseModel;
  private Attributes withResponseModel;

  private CallLabels(
      Labels labels,
      String operation,
      String provider,
      @Nullable String model,
      @Nullable String requestModel,
      Attributes atStart) {
    this.labels = labels;
    this.operation = operation;
    this.provider = provider;
    this.model = model;
    this.requestModel = requestModel;
    this.atStart = atStart;
    this.withResponseModel = atStart;
  }

  static CallLabels of(CallStart start, Labels labels) {
    String operation = labels.operation().of(start.operation());
    String provider = labels.provider().of(start.provider());
    String model = start.request().model();
    String requestModel = boundedOrNull(labels.requestModel(), model);
    AttributesBuilder atStart = common(operation, provider, requestModel);
    putServer(atStart, start, labels);
    return new CallLabels(labels, operation, provider, model, requestModel, atStart.build());
  }

  /** Those of a call of which nothing can be told. */
  static CallLabels unknown(Labels labels) {
    String unknown = Names.UNKNOWN;
    Attributes atStart = common(unknown, unknown, null).build();
    return new CallLabels(labels, unknown, unknown, null, null, atStart);
  }

  String operation() {
    return operation;
  }

  String provider() {
    return provider;
  }

  /** The request model as it is: the ledger bounds it when the call has ended. */
  @Nullable
  String model() {
    return model;
  }

  /** Operation, provider, models, server: what the conventions ask for. Kept while it is asked. */
  Attributes convention(@Nullable String model) {
    if (!Objects.equals(model, responseModel)) {
      String name = boundedOrNull(labels.responseModel(), model);
      withResponseModel = atStart.toBuilder().put(Names.RESPONSE_MODEL, name).build();
      responseModel = model;
    }
    return withResponseModel;
  }

  /** The same with {@code error.type}, when there is one. */
  Attributes convention(@Nullable String model, @Nullable String errorType) {
    Attributes convention = convention(model);
    return errorType == null
        ? convention
        : convention.toBuilder()
            .put(Names.ERROR_TYPE, labels.errorType().of(errorType))
            .build();
  }

  /** What the proposal for cost asks for. */
  Attributes cost(@Nullable String model, Cost cost) {
    return common(operation, provider, requestModel)
        .put(Names.RESPONSE_MODEL, convention(model).get(Names.RESPONSE_MODEL))
        .put(Names.CURRENCY, Names.USD)
        .put(Names.COST_SOURCE, cost.source().value())
        .build();
  }

  private static AttributesBuilder common(
      String operation, String provider, @Nullable String requestModel) {
    return Attributes.builder()
        .put(Names.OPERATION, operation)
        .put(Names.PROVIDER, provider)
        .put(Names.REQUEST_MODEL, requestModel);
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
