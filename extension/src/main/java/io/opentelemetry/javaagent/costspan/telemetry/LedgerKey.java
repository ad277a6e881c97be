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

  /** What goes next when there is no room for these labels. */
  Fold nextFold() {
    if (!isOther(feature)) {
      return Fold.FEATURE;
    }
    if (!isOther(tenant)) {
      return Fold.TENANT;
    }
    if (!isOther(model)) {
      return Fold.MODEL;
    }
    return isOther(provider) && isOther(operation) ? Fold.NOTHING : Fold.ENDPOINT;
  }

  /** The labels without those that go next; the same when there is nothing left to lose. */
  LedgerKey folded() {
    switch (nextFold()) {
      case FEATURE:
        return new LedgerKey(tenant, Names.OTHER, provider, model, operation);
      case TENANT:
        return new LedgerKey(Names.OTHER, feature, provider, model, operation);
      case MODEL:
        return new LedgerKey(tenant, feature, provider, Names.OTHER, operation);
      default:
        return new LedgerKey(tenant, feature, Names.OTHER, model, Names.OTHER);
    }
  }

  /** The labels with {@code other} for names that are shown no more; itself when there are none. */
  LedgerKey shown(Labels labels) {
    String shownTenant = shown(tenant, labels.tenant());
    String shownFeature = shown(feature, labels.feature());
    String shownModel = shown(model, labels.model());
    boolean same =
        shownTenant.equals(tenant) && shownFeature.equals(feature) && shownModel.equals(model);
    return same ? this : new LedgerKey(shownTenant, shownFeature, provider, shownModel, operation);
  }

  /** Counts the labels of a call that it has lost on its way into the ledger. */
  void countFolded(LedgerKey kept, Labels labels) {
    countFolded(feature, kept.feature, labels.feature());
    countFolded(tenant, kept.tenant, labels.tenant());
    countFolded(model, kept.model, labels.model());
    countFolded(provider, kept.provider, labels.provider());
    countFolded(operation, kept.operation, labels.operation());
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

  private static void countFolded(String value, String kept, FoldedLabel label) {
    if (!value.equals(kept)) {
      label.countFolded();
    }
  }

  private static String shown(String name, SpendLabel label) {
    return label.shows(name) ? name : Names.OTHER;
  }

  private static boolean isOther(String value) {
    return value.equals(Names.OTHER);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
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
