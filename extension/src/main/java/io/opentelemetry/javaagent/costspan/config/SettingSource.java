package io.opentelemetry.javaagent.costspan.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the operator wrote, wherever it was written. */
interface SettingSource {

  /** In the place of what no setting can be: a mapping, or a list of such. */
  String NO_TEXT = "(a mapping)";

  /**
   * The value as text, trimmed, a list with commas; null when nothing was written, {@link #NO_TEXT}
   * when it is none.
   */
  @Nullable
  String textOf(Setting<?> setting);

  /** Names that were written under our prefix and are no setting of ours, as they were written. */
  Collection<String> unknownNames();
}
