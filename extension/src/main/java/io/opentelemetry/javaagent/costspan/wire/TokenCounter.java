package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of texts that come in pieces, one text after the other. It holds at most
 * {@value #MAX_HELD} characters, and those only until they are counted; so a text takes time by its
 * length, whatever stands in it. A tokenizer that fails makes the count unknown. Not thread-safe.
 */
final class TokenCounter {

  static final int MAX_HELD = 2048;

  private final Tokenizer tokenizer;
  private final char[] held = new char[MAX_HELD];
  private int length;
  private long tokens;
  private char last;
  private @Nullable Throwable failure;

  TokenCounter(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  void add(char c) {
    held[length++] = c;
    last = c;
    cutIfFull();
  }

  void add(char[] chars, int from, int to) {
    int at = from;
    while (at < to) {
      int taken = Math.min(to - at, MAX_HELD - length);
      System.arraycopy(chars, at, held, length, taken);
      length += taken;
      at += taken;
      cutIfFull();
    }
    last = to > from ? chars[to - 1] : last;
  }

  /** Adds tokens that are no text; may be negative. */
  void addTokens(long more) {
    tokens += more;
  }

  /** The text is at its end: what comes next is another one. */
  void endText() {
    count(length);
    last = 0;
  }

  /** The last character of the text so far, or 0. */
  char last() {
    return last;
  }

  /** Tokens of the texts that have ended. */
  long tokens() {
    return tokens;
  }

  /** What the tokenizer threw first, so that the count means nothing; null when it did not. */
  @Nullable
  Throwable failure() {
    return failure;
  }

  /** Only the second half is searched for a cut: each cut takes away a half at least. */
  private void cutIfFull() {
    if (length == MAX_HELD) {
      count(TextCut.last(held, MAX_HELD / 2, MAX_HELD));
    }
  }

  private void count(int end) {
    if (end > 0 && failure == null) {
      try {
        tokens += tokenizer.count(new String(held, 0, end));
      } catch (Throwable t) {
        failure = t;
      }
    }
    System.arraycopy(held, end, held, 0, length - end);
    length -= end;
  }
}
