package io.opentelemetry.javaagent.costspan.config;

/** Where the tenant is found and what it is called. */
public final class TenantSettings {

  private final String key;

  private TenantSettings(String key) {
    this.key = key;
  }

  static TenantSettings read(SettingReader reader) {
    return new TenantSettings(reader.read(SettingsTable.TENANT_KEY));
  }

  /** Of the baggage entry that is read, and of the attribute and label that are written. */
  public String key() {
    return key;
  }
}
