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
  private final T instead;
  private final String insteadTold;
  private final String purpose;

  private Setting(
      String name,
      SettingType<T> type,
      T defaultValue,
      T instead,
      String insteadTold,
      String purpose) {
    this.name = name;
    this.type = type;
    this.defaultValue = defaultValue;
    this.instead = instead;
    this.insteadTold = insteadTold;
    this.purpose = purpose;
  }

  /**
   * @param name without the prefix: groups separated by dots, words by hyphens, e.g. {@code
   *     labels.max-tenants}
   * @param purpose what it does, one or two sentences for the reference
   */
  static <T> Setting<T> of(String name, SettingType<T> type, T defaultValue, String purpose) {
    String told = SettingType.textOf(defaultValue);
    return new Setting<>(
        name, type, defaultValue, defaultValue, told.isEmpty() ? "none" : told, purpose);
  }

  /**
   * The same with another value in the place of nonsense: of what was to restrict something, the
   * default would restrict nothing.
   *
   * @param told what that means, for the warning
   */
  Setting<T> insteadOfNonsense(T value, String told) {
    return new Setting<>(name, type, defaultValue, value, told, purpose);
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

  /** What holds when nonsense is written. */
  T instead() {
    return instead;
  }

  /** The same, for the warning. */
  String insteadTold() {
    return insteadTold;
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
