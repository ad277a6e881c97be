package io.opentelemetry.javaagent.costspan.config;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Settings as they are written, by their names without the prefix. */
public final class WrittenSettings {

  private WrittenSettings() {}

  public static CostspanSettings of(Map<String, String> written) {
    return CostspanSettings.of(
        new SettingSource() {
          @Override
          public String textOf(Setting<?> setting) {
            return written.get(setting.name());
          }

          @Override
          public Collection<String> unknownNames() {
            return Set.of();
          }
        },
        false);
  }
}
