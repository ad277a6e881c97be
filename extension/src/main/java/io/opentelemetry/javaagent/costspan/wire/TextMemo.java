package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/**
 * Gives equal texts as one String where it can: ids, models and event types repeat in every event
 * of a stream, and a String for each would be most of the garbage that a chunk makes.
 */
final class TextMemo {

  private static final int SLOTS = 16;

  private final @Nullable String[] recent = new String[SLOTS];

  String of(char[] chars, int offset, int length) {
    int slot = hash(chars, offset, length) & (SLOTS - 1);
    String known = recent[slot];
    if (known != null && isSame(known, chars, offset, length)) {
      return known;
    }
    String text = new String(chars, offset, length);
    recent[slot] = text;
    return text;
  }

  private static int hash(char[] chars, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash ^ (hash >>> 16);
  }

  private static boolean isSame(String known, char[] chars, int offset, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != chars[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
