package io.opentelemetry.javaagent.costspan.telemetry;

/** What the operator decides about the telemetry. Immutable; every default is right for most. */
public final class TelemetrySettings {

  /** What an unmodified SDK keeps per instrument, its own overflow series left out. */
  private static final int SDK_SERIES_LIMIT = 1_999;

  private final String scopeVersion;
  private final boolean ledgerEnabled;
  private final boolean latestConventions;
  private final String tenantKey;
  private final int maxTenants;
  private final int maxFeatures;
  private final int maxModels;
  private final int maxSeries;
  private final Rotation rotation;

  private TelemetrySettings(Builder builder) {
    this.scopeVersion = builder.scopeVersion;
    this.ledgerEnabled = builder.ledgerEnabled;
    this.latestConventions = builder.latestConventions;
    this.tenantKey = builder.tenantKey;
    this.maxTenants = builder.maxTenants;
    this.maxFeatures = builder.maxFeatures;
    this.maxModels = builder.maxModels;
    this.maxSeries = builder.maxSeries;
    this.rotation = builder.rotation;
  }

  /** The defaults. The version is that of the instrumentation scope: Costspan's own. */
  public static Builder builder(String scopeVersion) {
    return new Builder(scopeVersion);
  }

  String scopeVersion() {
    return scopeVersion;
  }

  boolean isLedgerEnabled() {
    return ledgerEnabled;
  }

  boolean usesLatestConventions() {
    return latestConventions;
  }

  String tenantKey() {
    return tenantKey;
  }

  int maxTenants() {
    return maxTenants;
  }

  int maxFeatures() {
    return maxFeatures;
  }

  int maxModels() {
    return maxModels;
  }

  int maxSeries() {
    return maxSeries;
  }

  Rotation rotation() {
    return rotation;
  }

  /** Not thread-safe. Throws {@code IllegalArgumentException} for a bound that is not positive. */
  public static final class Builder {

    private final String scopeVersion;
    private boolean ledgerEnabled = true;
    private boolean latestConventions;
    private String tenantKey = "tenant.id";
    private int maxTenants = 200;
    private int maxFeatures = 100;
    private int maxModels = 100;
    private int maxSeries = SDK_SERIES_LIMIT;
    private Rotation rotation = Rotation.MERGE;

    private Builder(String scopeVersion) {
      this.scopeVersion = scopeVersion;
    }

    /** Whether each call leaves an {@code llm.call} log record. */
    public Builder ledgerEnabled(boolean value) {
      ledgerEnabled = value;
      return this;
    }

    /** Names of the conventions' main branch instead of the published ones. */
    public Builder latestConventions(boolean value) {
      latestConventions = value;
      return this;
    }

    /** Attribute and label under which the tenant is shown. */
    public Builder tenantKey(String value) {
      tenantKey = value;
      return this;
    }

    public Builder maxTenants(int value) {
      maxTenants = positive("maxTenants", value);
      return this;
    }

    public Builder maxFeatures(int value) {
      maxFeatures = positive("maxFeatures", value);
      return this;
    }

    /** Bound of the request models, and of the response models. */
    public Builder maxModels(int value) {
      maxModels = positive("maxModels", value);
      return this;
    }

    /**
     * Series that a ledger counter may have; labels are folded to stay within it. Not more than the
     * SDK's cardinality limit for these counters, which drops all labels of what exceeds it, and at
     * least 100 to leave labels some room: below 35 even a single row may exceed it.
     */
    public Builder maxSeries(int value) {
      maxSeries = positive("maxSeries", value);
      return this;
    }

    /** How labels change hands, which depends on who reads the metrics. */
    public Builder rotation(Rotation value) {
      rotation = value;
      return this;
    }

    public TelemetrySettings build() {
      return new TelemetrySettings(this);
    }

    private static int positive(String what, int value) {
      if (value <= 0) {
        throw new IllegalArgumentException(what + " is not positive: " + value);
      }
      return value;
    }
  }
}
