package io.opentelemetry.javaagent.costspan.config;

/** The event per call. */
public final class LedgerSettings {

  private final boolean enabled;

  private LedgerSettings(boolean enabled) {
    this.enabled = enabled;
  }

  static LedgerSettings read(SettingReader reader) {
    return new LedgerSettings(reader.read(SettingsTable.LEDGER_ENABLED));
  }

  public boolean enabled() {
    return enabled;
  }
}
