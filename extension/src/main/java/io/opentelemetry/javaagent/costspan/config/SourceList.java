package io.opentelemetry.javaagent.costspan.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where one part of who pays is looked up, in this order. */
public final class SourceList {

  private final List<SourceRow> rows;
  private final List<String> problems;

  private SourceList(List<SourceRow> rows, List<String> problems) {
    this.rows = rows;
    this.problems = problems;
  }

  /** Nothing is asked. */
  static final SourceList NONE = of();

  /** Those separated by commas that can be used, which may be none; null when none is written. */
  static @Nullable SourceList parse(String text) {
    List<SourceRow> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String written = part.trim();
      SourceRow row = SourceRow.parse(written);
      String problem = row == null ? "there is no such source" : row.problem();
      if (row != null && problem == null) {
        rows.add(row);
      } else if (!written.isEmpty()) {
        problems.add("\"" + written + "\" is left out: " + problem);
      }
    }
    return rows.isEmpty() && problems.isEmpty() ? null : new SourceList(rows, problems);
  }

  /** Of what is known to be right. */
  static SourceList of(SourceRow... rows) {
    List<SourceRow> list = new ArrayList<>();
    Collections.addAll(list, rows);
    return new SourceList(list, Collections.emptyList());
  }

  public List<SourceRow> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** Whether one of them is of a kind. */
  boolean reads(SourceKind kind) {
    for (SourceRow row : rows) {
      if (row.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** What was written and is left out. */
  List<String> problems() {
    return problems;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceList && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** As it would be written. */
  @Override
  public String toString() {
    return rows.stream().map(SourceRow::toString).collect(Collectors.joining(","));
  }
}
