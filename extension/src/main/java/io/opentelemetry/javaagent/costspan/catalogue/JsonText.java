package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes JSON in ASCII. */
final class JsonText {

  private JsonText() {}

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  static String array(Collection<String> texts) {
    List<String> items = new ArrayList<>();
    texts.forEach(text -> items.add(quoted(text)));
    return "[" + String.join(", ", items) + "]";
  }

  static String field(String name, String json) {
    return quoted(name) + ": " + json;
  }
}
