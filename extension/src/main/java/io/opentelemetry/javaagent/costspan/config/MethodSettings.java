package io.opentelemetry.javaagent.costspan.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods of the application that are features. */
public final class MethodSettings {

  static final MethodSettings NONE = new MethodSettings(Collections.emptyList());

  private final List<MethodRow> rows;

  private MethodSettings(List<MethodRow> rows) {
    this.rows = rows;
  }

  /** Rows separated by commas; null when one of them is none. */
  static @Nullable MethodSettings parse(String text) {
    List<MethodRow> rows = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (part.trim().isEmpty()) {
        continue;
      }
      MethodRow row = MethodRow.parse(part.trim());
      if (row == null) {
        return null;
      }
      rows.add(row);
    }
    return new MethodSettings(Collections.unmodifiableList(rows));
  }

  public List<MethodRow> rows() {
    return rows;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MethodSettings && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** As it would be written. */
  @Override
  public String toString() {
    return rows.stream().map(MethodRow::toString).collect(Collectors.joining(","));
  }
}
