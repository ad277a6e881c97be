package io.opentelemetry.javaagent.costspan.wire;

/**
 * What a streamed answer comes to in tokens, counted as it comes. A text goes on from event to
 * event; one that another interrupts is counted up to there. Not thread-safe.
 */
final class AnswerCounter implements TextSink {

  /** Where in a choice a text stands. */
  enum Part {
    CONTENT,
    REFUSAL,
    CALLED,
    ARGUMENTS
  }

  private static final int PARTS = Part.values().length;

  private final TokenCounter counter;
  private long current = -1;
  private boolean unknown;

  AnswerCounter(Tokenizer tokenizer) {
    this.counter = new TokenCounter(tokenizer);
  }

  /** The text that begins or goes on. */
  TextSink text(long choice, Part part) {
    long text = choice * PARTS + part.ordinal();
    if (text != current) {
      counter.endText();
      current = text;
    }
    return this;
  }

  /** The answer has what is billed and is no text. */
  void unknown() {
    unknown = true;
  }

  @Override
  public void take(char[] chars, int from, int to) {
    counter.add(chars, from, to);
  }

  @Override
  public void end() {
    // The next event goes on with it.
  }

  boolean isKnown() {
    return !unknown && counter.failure() == null;
  }

  TokenCounter counter() {
    return counter;
  }
}
