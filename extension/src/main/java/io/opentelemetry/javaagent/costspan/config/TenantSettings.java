package io.opentelemetry.javaagent.costspan.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the tenant is found, what it is called, which there can be and who is told. */
public final class TenantSettings {

  private final String key;
  private final SourceList from;
  private final @Nullable Pattern pattern;
  private final List<String> allowed;
  private final List<String> passOnTo;

  private TenantSettings(
      String key,
      SourceList from,
      @Nullable Pattern pattern,
      List<String> allowed,
      List<String> passOnTo) {
    this.key = key;
    this.from = from;
    this.pattern = pattern;
    this.allowed = allowed;
    this.passOnTo = passOnTo;
  }

  static TenantSettings read(SettingReader reader) {
    String key = reader.read(SettingsTable.TENANT_KEY);
    String pattern = reader.read(SettingsTable.TENANT_PATTERN);
    return new TenantSettings(
        key,
        from(reader, key),
        pattern.isEmpty() ? null : Pattern.compile(pattern),
        SettingType.words(reader.read(SettingsTable.TENANT_ALLOW)),
        SettingType.words(reader.read(SettingsTable.TENANT_PASS_ON_TO)));
  }

  /** What is not written follows the other setting. */
  @SuppressWarnings("ReferenceEquality") // the same sources, if they are written, are meant
  private static SourceList from(SettingReader reader, String key) {
    SourceList from = reader.readSources(SettingsTable.TENANT_FROM);
    return from == SettingsTable.TENANT_FROM.defaultValue() ? SettingsTable.tenantFrom(key) : from;
  }

  /** Of the baggage entry that is read by default, and of the attribute and label that are written. */
  public String key() {
    return key;
  }

  public SourceList from() {
    return from;
  }

  /** What a tenant's whole name has to match; null when nothing is asked. */
  public @Nullable Pattern pattern() {
    return pattern;
  }

  /** The only tenants, besides those that match; empty when none is listed. */
  public List<String> allowed() {
    return allowed;
  }

  /** Hosts in lower case, or domains: {@code *.internal}. */
  public List<String> passOnTo() {
    return passOnTo;
  }
}
