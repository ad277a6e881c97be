package io.opentelemetry.javaagent.costspan.config;

/** Where the rest of who pays is found, and how much of it is shown. */
public final class PayerSettings {

  private final SourceList userFrom;
  private final SourceList sessionFrom;
  private final SourceList featureFrom;
  private final boolean plainUsers;
  private final String userHashKey;
  private final boolean baggageTrusted;
  private final boolean tellingSources;

  private PayerSettings(SettingReader reader) {
    this.userFrom = reader.readSources(SettingsTable.USER_FROM);
    this.sessionFrom = reader.readSources(SettingsTable.SESSION_FROM);
    this.featureFrom = reader.readSources(SettingsTable.FEATURE_FROM);
    this.plainUsers = reader.read(SettingsTable.USER_PLAIN);
    this.userHashKey = reader.read(SettingsTable.USER_HASH_KEY);
    this.baggageTrusted = reader.read(SettingsTable.BAGGAGE_TRUST);
    this.tellingSources = reader.read(SettingsTable.ATTRIBUTION_DEBUG);
  }

  static PayerSettings read(SettingReader reader) {
    return new PayerSettings(reader);
  }

  public SourceList userFrom() {
    return userFrom;
  }

  public SourceList sessionFrom() {
    return sessionFrom;
  }

  public SourceList featureFrom() {
    return featureFrom;
  }

  /** Whether users are shown as they are, not hashed. */
  public boolean plainUsers() {
    return plainUsers;
  }

  /** A secret. Empty when there is none. */
  public String userHashKey() {
    return userHashKey;
  }

  /** Whether baggage counts that came from outside. */
  public boolean baggageTrusted() {
    return baggageTrusted;
  }

  /** Whether a span says which sources told. */
  public boolean tellingSources() {
    return tellingSources;
  }
}
