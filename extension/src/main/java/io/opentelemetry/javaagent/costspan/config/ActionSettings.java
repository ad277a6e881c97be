package io.opentelemetry.javaagent.costspan.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the operator calls a successful action. */
public final class ActionSettings {

  static final ActionSettings NONE = new ActionSettings(Collections.emptyList());

  private final List<ActionRow> rows;

  private ActionSettings(List<ActionRow> rows) {
    this.rows = rows;
  }

  /** Rows separated by commas; null when one of them is none. */
  static @Nullable ActionSettings parse(String text) {
    List<ActionRow> rows = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (part.trim().isEmpty()) {
        continue;
      }
      ActionRow row = ActionRow.parse(part.trim());
      if (row == null) {
        return null;
      }
      rows.add(row);
    }
    return new ActionSettings(Collections.unmodifiableList(rows));
  }

  /**
   * What is written, before the agent is ready; nothing when that cannot be used.
   *
   * @param properties looks a property up by its name
   */
  public static ActionSettings written(UnaryOperator<@Nullable String> properties) {
    String text = properties.apply(SettingsTable.ACTIONS.property());
    ActionSettings settings = text == null ? null : parse(text);
    return settings == null ? NONE : settings;
  }

  public List<ActionRow> rows() {
    return rows;
  }

  /** Those that are of one kind. */
  public List<ActionRow> rows(ActionRow.Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).collect(Collectors.toList());
  }

  /** Whether there is one of a kind. */
  public boolean name(ActionRow.Kind kind) {
    for (ActionRow row : rows) {
      if (row.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ActionSettings && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** As it would be written. */
  @Override
  public String toString() {
    return rows.stream().map(ActionRow::toString).collect(Collectors.joining(","));
  }
}
