package io.opentelemetry.javaagent.costspan.wire;

/**
 * Finds where a text can be cut so that its pieces have as many tokens as the whole. OpenAI's
 * vocabularies split text into words before they look for tokens, and no token spans two words: the
 * places here are between two words whatever stands around them, in both vocabularies.
 */
final class TextCut {

  /** General categories, as bits, that no word goes on with after a letter or digit. */
  private static final int PUNCTUATION = 1 << Character.DASH_PUNCTUATION
      | 1 << Character.START_PUNCTUATION
      | 1 << Character.END_PUNCTUATION
      | 1 << Character.CONNECTOR_PUNCTUATION
      | 1 << Character.OTHER_PUNCTUATION
      | 1 << Character.INITIAL_QUOTE_PUNCTUATION
      | 1 << Character.FINAL_QUOTE_PUNCTUATION
      | 1 << Character.MATH_SYMBOL
      | 1 << Character.CURRENCY_SYMBOL;

  private TextCut() {}

  /**
   * The last place in a range at which to cut. A word that is longer than the range is cut in two,
   * not inside a character, and may have a token more for it.
   */
  static int last(char[] chars, int from, int to) {
    for (int at = to - 1; at > from; at--) {
      if (isBetweenWords(chars[at - 1], chars[at])) {
        return at;
      }
    }
    return Character.isHighSurrogate(chars[to - 1]) ? to - 1 : to;
  }

  static boolean isBetweenWords(char before, char after) {
    if (after == ' ') {
      return !Character.isWhitespace(before) && !Character.isSpaceChar(before);
    }
    if (Character.isLetter(before)) {
      return Character.isDigit(after) || isNoLetter(after);
    }
    return Character.isDigit(before) && (Character.isLetter(after) || isNoLetter(after));
  }

  /** An apostrophe may belong to the word: {@code it's}. */
  private static boolean isNoLetter(char c) {
    return c == '\n' || c == '\r' || (c != '\'' && (PUNCTUATION >> Character.getType(c) & 1) != 0);
  }
}
