package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Hours with rates of their own: days of the week, spans of UTC, days that do not count. Immutable. */
final class Hours {

  private final List<String> days;
  private final List<String> utc;
  private final List<String> except;

  Hours(List<String> days, List<String> utc, List<String> except) {
    this.days = Collections.unmodifiableList(new ArrayList<>(days));
    this.utc = Collections.unmodifiableList(new ArrayList<>(utc));
    this.except = Collections.unmodifiableList(new ArrayList<>(except));
  }

  /** Every day, from one time of day to another. */
  static Hours daily(List<String> utc) {
    return new Hours(Collections.emptyList(), utc, Collections.emptyList());
  }

  /** None is every day. */
  List<String> days() {
    return days;
  }

  List<String> utc() {
    return utc;
  }

  List<String> except() {
    return except;
  }
}
