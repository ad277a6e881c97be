package io.opentelemetry.javaagent.costspan.config;

/**
 * One row of the table of settings: what it is called, what may be written, and what holds when
 * nothing or nonsense is written.
 */
final class Setting<T> {

  /** In front of every name, as a system property. */
  static final String PREFIX = "otel.instrumentation.costspan.";

  private final String name;
  private final SettingType<T> type;
  private final T defaultValue;
  private final String purpose;

  private Setting(String name, SettingType<T> type, T defaultValue, String purpose) {
    this.name = name;
    this.type = type;
    this.defaultValue = defaultValue;
    this.purpose = purpose;
  }

  /**
   * @param name without the prefix: groups separated by dots, words by hyphens, e.g. {@code
   *     labels.max-tenants}
   * @param purpose what it does, one or two sentences for the reference
   */
  static <T> Setting<T> of(String name, SettingType<T> type, T defaultValue, String purpose) {
    return new Setting<>(name, type, defaultValue, purpose);
  }

  String name() {
    return name;
  }

  SettingType<T> type() {
    return type;
  }

  T defaultValue() {
    return defaultValue;
  }

  String purpose() {
    return purpose;
  }

  /** As a system property. */
  String property() {
    return PREFIX + name;
  }

  /** As an environment variable. */
  String environmentVariable() {
    return WrittenNames.environmentVariable(property());
  }

  /** The path in a declarative file, below {@code costspan}: {@code labels.max_tenants}. */
  String filePath() {
    // The agent spells a hyphen of a property as an underscore in its files.
    return name.replace('-', '_');
  }
}
