package io.costspan.testbed.provider;

/** Words of the form {@code name:value} inside a prompt. */
final class Marker {
  private Marker() {}

  static String valueOf(String prompt, String marker, String otherwise) {
    int start = prompt.indexOf(marker);
    if (start < 0) {
      return otherwise;
    }
    int end = start + marker.length();
    while (end < prompt.length() && !Character.isWhitespace(prompt.charAt(end))) {
      end++;
    }
    return prompt.substring(start + marker.length(), end);
  }
}
