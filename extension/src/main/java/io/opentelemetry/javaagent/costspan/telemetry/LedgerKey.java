package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;

/** The labels that all ledger counters share, bounded. Immutable. */
final class LedgerKey {

  private final String tenant;
  private final String feature;
  private final String provider;
  private final String model;
  private final String operation;
  private final int hash;

  LedgerKey(String tenant, String feature, String provider, String model, String operation) {
    this.tenant = tenant;
    this.feature = feature;
    this.provider = provider;
    this.model = model;
    this.operation = operation;
    this.hash = 31
            * (31 * (31 * (31 * tenant.hashCode() + feature.hashCode()) + provider.hashCode())
                + model.hashCode())
        + operation.hashCode();
  }

  LedgerKey withoutFeature() {
    return new LedgerKey(tenant, Names.OTHER, provider, model, operation);
  }

  LedgerKey withoutTenant() {
    return new LedgerKey(Names.OTHER, feature, provider, model, operation);
  }

  LedgerKey withoutModel() {
    return new LedgerKey(tenant, feature, provider, Names.OTHER, operation);
  }

  Attributes labels(Names names) {
    return Attributes.builder()
        .put(names.tenant(), tenant)
        .put(Names.FEATURE, feature)
        .put(Names.PROVIDER, provider)
        .put(Names.REQUEST_MODEL, model)
        .put(Names.OPERATION, operation)
        .build();
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof LedgerKey)) {
      return false;
    }
    LedgerKey that = (LedgerKey) other;
    return hash == that.hash
        && tenant.equals(that.tenant)
        && feature.equals(that.feature)
        && model.equals(that.model)
        && provider.equals(that.provider)
        && operation.equals(that.operation);
  }
}
