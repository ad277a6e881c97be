package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bounded labels of the process. Thread-safe. */
final class Labels {

  private static final int MAX_OPERATIONS = 20;
  private static final int MAX_PROVIDERS = 50;
  private static final int MAX_ERRORS = 100;
  private static final int MAX_SERVERS = 100;

  private final Map<AttributeKey<?>, FoldedLabel> byKey = new LinkedHashMap<>();
  private final SpendLabel tenant;
  private final SpendLabel feature;
  private final SpendLabel model;
  private final FirstComeLabel operation;
  private final FirstComeLabel provider;
  private final FirstComeLabel requestModel;
  private final FirstComeLabel responseModel;
  private final FirstComeLabel errorType;
  private final FirstComeLabel serverAddress;
  private final FirstComeLabel serverPort;
  private final LabelMemo memo = new LabelMemo(this);

  Labels(Names names, TelemetrySettings settings) {
    tenant = bySpend(names.tenant(), settings.maxTenants());
    feature = bySpend(Names.FEATURE, settings.maxFeatures());
    model = bySpend(Names.REQUEST_MODEL, settings.maxModels());
    operation = byCome(Names.OPERATION, MAX_OPERATIONS);
    provider = byCome(Names.PROVIDER, MAX_PROVIDERS);
    requestModel = new FirstComeLabel(settings.maxModels());
    responseModel = byCome(Names.RESPONSE_MODEL, settings.maxModels());
    errorType = byCome(Names.ERROR_TYPE, MAX_ERRORS);
    serverAddress = byCome(Names.SERVER_ADDRESS, MAX_SERVERS);
    serverPort = byCome(Names.SERVER_PORT, MAX_SERVERS);
  }

  SpendLabel tenant() {
    return tenant;
  }

  SpendLabel feature() {
    return feature;
  }

  /** The request model on the ledger counters. */
  SpendLabel model() {
    return model;
  }

  FirstComeLabel operation() {
    return operation;
  }

  FirstComeLabel provider() {
    return provider;
  }

  /** The request model on the metrics of the conventions. */
  FirstComeLabel requestModel() {
    return requestModel;
  }

  FirstComeLabel responseModel() {
    return responseModel;
  }

  FirstComeLabel errorType() {
    return errorType;
  }

  FirstComeLabel serverAddress() {
    return serverAddress;
  }

  FirstComeLabel serverPort() {
    return serverPort;
  }

  LabelMemo memo() {
    return memo;
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

  /**
   * Takes names from those that are outspent.
   *
   * @param remaining what remains of the past, 0 to 1
   * @return whether there were any
   */
  boolean dismiss(double remaining) {
    boolean dismissed = false;
    for (SpendLabel label : Arrays.asList(tenant, feature, model)) {
      dismissed |= label.dismiss(remaining);
    }
    return dismissed;
  }

  /** Gives these names to those who spend more. */
  void appoint() {
    tenant.appoint();
    feature.appoint();
    model.appoint();
  }

  private SpendLabel bySpend(AttributeKey<?> key, int maxNames) {
    SpendLabel label = new SpendLabel(maxNames);
    byKey.put(key, label);
    return label;
  }

  private FirstComeLabel byCome(AttributeKey<?> key, int maxValues) {
    FirstComeLabel label = new FirstComeLabel(maxValues);
    byKey.put(key, label);
    return label;
  }
}
