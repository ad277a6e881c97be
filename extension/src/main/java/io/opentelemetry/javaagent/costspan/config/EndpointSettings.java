package io.opentelemetry.javaagent.costspan.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The endpoints that the operator named. */
public final class EndpointSettings {

  static final EndpointSettings NONE = new EndpointSettings(Collections.emptyList());

  private final List<EndpointRow> rows;

  private EndpointSettings(List<EndpointRow> rows) {
    this.rows = rows;
  }

  /** Rows separated by commas; null when one of them is none. */
  static @Nullable EndpointSettings parse(String text) {
    List<EndpointRow> rows = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (part.trim().isEmpty()) {
        continue;
      }
      EndpointRow row = EndpointRow.parse(part.trim());
      if (row == null) {
        return null;
      }
      rows.add(row);
    }
    return new EndpointSettings(Collections.unmodifiableList(rows));
  }

  public List<EndpointRow> rows() {
    return rows;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EndpointSettings && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** As it would be written. */
  @Override
  public String toString() {
    return rows.stream().map(EndpointRow::toString).collect(Collectors.joining(","));
  }
}
