package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bounded labels of the process. Thread-safe. */
final class Labels {

  private static final int MAX_OPERATIONS = 20;
  private static final int MAX_PROVIDERS = 50;
  private static final int MAX_ERRORS = 100;
  private static final int MAX_SERVERS = 100;

  private final Map<AttributeKey<?>, BoundedLabel> byKey = new LinkedHashMap<>();
  private final BoundedLabel tenant;
  private final BoundedLabel feature;
  private final BoundedLabel operation;
  private final BoundedLabel provider;
  private final BoundedLabel requestModel;
  private final BoundedLabel responseModel;
  private final BoundedLabel errorType;
  private final BoundedLabel serverAddress;
  private final BoundedLabel serverPort;

  Labels(Names names, TelemetrySettings settings) {
    tenant = bounded(names.tenant(), settings.maxTenants());
    feature = bounded(Names.FEATURE, settings.maxFeatures());
    operation = bounded(Names.OPERATION, MAX_OPERATIONS);
    provider = bounded(Names.PROVIDER, MAX_PROVIDERS);
    requestModel = bounded(Names.REQUEST_MODEL, settings.maxModels());
    responseModel = bounded(Names.RESPONSE_MODEL, settings.maxModels());
    errorType = bounded(Names.ERROR_TYPE, MAX_ERRORS);
    serverAddress = bounded(Names.SERVER_ADDRESS, MAX_SERVERS);
    serverPort = bounded(Names.SERVER_PORT, MAX_SERVERS);
  }

  BoundedLabel tenant() {
    return tenant;
  }

  BoundedLabel feature() {
    return feature;
  }

  BoundedLabel operation() {
    return operation;
  }

  BoundedLabel provider() {
    return provider;
  }

  BoundedLabel requestModel() {
    return requestModel;
  }

  BoundedLabel responseModel() {
    return responseModel;
  }

  BoundedLabel errorType() {
    return errorType;
  }

  BoundedLabel serverAddress() {
    return serverAddress;
  }

  BoundedLabel serverPort() {
    return serverPort;
  }

  /** Exports how often each label was folded. */
  void bind(Meter meter) {
    Names.FOLDED.observeLongs(
        meter,
        sums -> byKey.forEach((key, label) -> {
          if (label.folded() > 0) {
            sums.record(label.folded(), Attributes.of(Names.LABEL, key.getKey()));
          }
        }));
  }

  private BoundedLabel bounded(AttributeKey<?> key, int maxValues) {
    BoundedLabel label = new FirstComeLabel(maxValues);
    byKey.put(key, label);
    return label;
  }
}
