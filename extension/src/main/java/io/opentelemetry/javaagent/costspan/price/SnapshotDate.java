package io.opentelemetry.javaagent.costspan.price;

import org.jspecify.annotations.Nullable;

/**
 * The date at the end of a model id that pins a snapshot: {@code gpt-4.1-2025-04-14}, {@code
 * claude-sonnet-4-5-20250929}, on Vertex {@code claude-sonnet-4-5@20250929}. No regex: this runs on the call path.
 */
final class SnapshotDate {

  private static final String DASHED = "-dddd-dd-dd";
  private static final String PLAIN = "-dddddddd";
  private static final String VERTEX = "@dddddddd";

  private SnapshotDate() {}

  /** The id without its date; null when it ends in none. */
  static @Nullable String cutFrom(String model) {
    if (endsIn(DASHED, model) && isDate(model, 10, 5, 2)) {
      return model.substring(0, model.length() - DASHED.length());
    }
    if ((endsIn(PLAIN, model) || endsIn(VERTEX, model)) && isDate(model, 8, 4, 2)) {
      return model.substring(0, model.length() - PLAIN.length());
    }
    return null;
  }

  private static boolean endsIn(String shape, String model) {
    int start = model.length() - shape.length();
    if (start <= 0) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = model.charAt(start + i);
      if (shape.charAt(i) == 'd' ? c < '0' || c > '9' : c != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The offsets count from the end of the id. */
  private static boolean isDate(String model, int year, int month, int day) {
    int century = twoDigits(model, year);
    int monthOfYear = twoDigits(model, month);
    int dayOfMonth = twoDigits(model, day);
    return century == 20
        && monthOfYear >= 1
        && monthOfYear <= 12
        && dayOfMonth >= 1
        && dayOfMonth <= 31;
  }

  private static int twoDigits(String model, int fromEnd) {
    int at = model.length() - fromEnd;
    return (model.charAt(at) - '0') * 10 + model.charAt(at + 1) - '0';
  }
}
