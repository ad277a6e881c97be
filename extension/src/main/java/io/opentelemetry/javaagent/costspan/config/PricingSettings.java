package io.opentelemetry.javaagent.costspan.config;

import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** Prices of the operator's own. */
public final class PricingSettings {

  private final @Nullable Path file;

  private final int refreshSeconds;

  private PricingSettings(@Nullable Path file, int refreshSeconds) {
    this.file = file;
    this.refreshSeconds = refreshSeconds;
  }

  static PricingSettings read(SettingReader reader) {
    String path = reader.read(SettingsTable.PRICING_FILE);
    return new PricingSettings(
        path.isEmpty() ? null : Paths.get(path),
        reader.read(SettingsTable.PRICING_REFRESH_SECONDS));
  }

  /** Null when the bundled book is all there is. That the file exists was not checked. */
  public @Nullable Path file() {
    return file;
  }

  /** How often the file is looked at; 0 for never again. */
  public int refreshSeconds() {
    return refreshSeconds;
  }
}
