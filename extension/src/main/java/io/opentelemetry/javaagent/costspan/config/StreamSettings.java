package io.opentelemetry.javaagent.costspan.config;

import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** What is done about chat streams that do not tell their usage. */
public final class StreamSettings {

  private final boolean askUsage;
  private final @Nullable Path estimateWith;

  private StreamSettings(boolean askUsage, @Nullable Path estimateWith) {
    this.askUsage = askUsage;
    this.estimateWith = estimateWith;
  }

  static StreamSettings read(SettingReader reader) {
    String jar = reader.read(SettingsTable.STREAMS_ESTIMATE_WITH);
    return new StreamSettings(
        reader.read(SettingsTable.STREAMS_ASK_USAGE), jar.isEmpty() ? null : Paths.get(jar));
  }

  /** Whether they are asked for it. */
  public boolean askUsage() {
    return askUsage;
  }

  /** The jar of the tokenizer to count them with; null for not at all. That it is there was not checked. */
  public @Nullable Path estimateWith() {
    return estimateWith;
  }

  /** What is wrong with that jar, for the operator. */
  public String problem(Path jar, Throwable failure) {
    return "Setting "
        + SettingsTable.STREAMS_ESTIMATE_WITH.property()
        + ": \""
        + jar
        + "\" is not the jar of jtokkit 1.1.0 or newer ("
        + failure
        + "); used instead: none, streams that tell no usage are not estimated";
  }
}
