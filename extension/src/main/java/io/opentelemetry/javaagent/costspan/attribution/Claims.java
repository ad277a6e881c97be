package io.opentelemetry.javaagent.costspan.attribution;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one claim out of what a token says. */
final class Claims {

  private Claims() {}

  /**
   * The claim of this name, else, for {@code a.b}, what is called {@code b} inside of {@code a}: a
   * name may have dots of its own, as {@code https://acme.com/tenant} has.
   *
   * @return a text, a number, or the first of a list; null when it is something else or missing
   */
  static @Nullable String text(Function<String, @Nullable Object> claim, String name) {
    return text(find(claim, name));
  }

  private static @Nullable Object find(Function<String, @Nullable Object> claim, String name) {
    Object whole = claim.apply(name);
    for (int dot = name.indexOf('.'); whole == null && dot > 0; dot = name.indexOf('.', dot + 1)) {
      Object outer = claim.apply(name.substring(0, dot));
      if (outer instanceof Map) {
        whole = find(((Map<?, ?>) outer)::get, name.substring(dot + 1));
      }
    }
    return whole;
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Collection) {
      Iterator<?> values = ((Collection<?>) value).iterator();
      return values.hasNext() ? scalar(values.next()) : null;
    }
    return scalar(value);
  }

  private static @Nullable String scalar(@Nullable Object value) {
    return value instanceof String || value instanceof Number ? value.toString() : null;
  }
}
