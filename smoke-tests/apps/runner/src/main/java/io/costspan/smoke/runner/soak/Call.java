package io.costspan.smoke.runner.soak;

import io.costspan.smoke.runner.Ask;

/**
 * One call of the soak.
 *
 * @param number no other call has it; it is in the prompt and in the session, {@code call-17}
 * @param tokens what the provider is to count, as a prompt asks for it
 */
public record Call(
    long number,
    Sdk sdk,
    Shape shape,
    Ask.Model model,
    boolean priority,
    String tokens,
    int chunks) {

  /** Within the limits of the SDK: anthropic-java refuses to wait long for much. */
  private static final long MAX_OUTPUT_TOKENS = 8_192;

  public String session() {
    return "call-" + number;
  }

  /** On a thread of the client's, which has a logging context of its own. */
  public boolean beginsElsewhere() {
    return shape.isAsync() && sdk != Sdk.JDK && sdk != Sdk.APACHE5;
  }

  /**
   * Its future is cancelled, and its answer may be read: by who was faster, or by Apache's client,
   * which does not always cancel the exchange with the future.
   */
  public boolean mayBeAnsweredAllTheSame() {
    return shape == Shape.RACED || (shape == Shape.CANCELLED && sdk == Sdk.APACHE5);
  }

  public Ask ask() {
    boolean streamUsage = shape != Shape.STREAM_NOT_ASKED;
    // Clients do one thing or another by whether it is even.
    return new Ask(MAX_OUTPUT_TOKENS + number % 2, prompt(), model, streamUsage, priority);
  }

  private String prompt() {
    return "call-number:%d scenario:%s tokens:%s chunks:%d Say a word."
        .formatted(number, shape.script(), tokens, chunks);
  }
}
