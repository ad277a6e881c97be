package io.opentelemetry.javaagent.costspan.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the operator wrote, wherever it was written. */
interface SettingSource {

  /** The value as text, trimmed; null when nothing was written. */
  @Nullable
  String textOf(Setting<?> setting);

  /** Names that were written under our prefix and are no setting of ours, as they were written. */
  Collection<String> unknownNames();
}
