package io.opentelemetry.javaagent.costspan.config;

/** How many values of a metric label keep their name, and how many series there are; at least 1. */
public final class LabelSettings {

  private final int maxTenants;
  private final int maxFeatures;
  private final int maxModels;
  private final int maxSeries;

  private LabelSettings(int maxTenants, int maxFeatures, int maxModels, int maxSeries) {
    this.maxTenants = maxTenants;
    this.maxFeatures = maxFeatures;
    this.maxModels = maxModels;
    this.maxSeries = maxSeries;
  }

  static LabelSettings read(SettingReader reader) {
    return new LabelSettings(
        reader.read(SettingsTable.MAX_TENANTS),
        reader.read(SettingsTable.MAX_FEATURES),
        reader.read(SettingsTable.MAX_MODELS),
        reader.read(SettingsTable.MAX_SERIES));
  }

  public int maxTenants() {
    return maxTenants;
  }

  public int maxFeatures() {
    return maxFeatures;
  }

  public int maxModels() {
    return maxModels;
  }

  /** Per ledger counter. */
  public int maxSeries() {
    return maxSeries;
  }
}
