package io.opentelemetry.javaagent.costspan.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods of the application that are features. */
public final class MethodSettings {

  static final MethodSettings NONE =
      new MethodSettings(Collections.emptyList(), Collections.emptyList());

  private final List<MethodRow> rows;
  private final List<String> problems;

  private MethodSettings(List<MethodRow> rows, List<String> problems) {
    this.rows = Collections.unmodifiableList(rows);
    this.problems = problems;
  }

  /** Rows separated by commas, of one method the first; null when one of them is none. */
  static @Nullable MethodSettings parse(String text) {
    Map<String, MethodRow> rows = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (part.trim().isEmpty()) {
        continue;
      }
      MethodRow row = MethodRow.parse(part.trim());
      if (row == null) {
        return null;
      }
      MethodRow first = rows.putIfAbsent(row.className() + "#" + row.method(), row);
      if (first != null && !first.toString().equals(row.toString())) {
        problems.add("\"" + row + "\" is left out: \"" + first + "\" names the same method");
      }
    }
    return new MethodSettings(new ArrayList<>(rows.values()), problems);
  }

  /** Each of another method. */
  public List<MethodRow> rows() {
    return rows;
  }

  /** What was written and is left out. */
  List<String> problems() {
    return problems;
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
