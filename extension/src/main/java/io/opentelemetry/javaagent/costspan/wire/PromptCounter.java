package io.opentelemetry.javaagent.costspan.wire;

/**
 * What a prompt comes to in tokens: its texts, and what OpenAI puts around them as far as it is
 * published (openai/openai-cookbook, {@code How_to_count_tokens_with_tiktoken}, sections 6 and 7,
 * read 2026-11-28). What it says nothing of makes the count unknown. Not thread-safe.
 */
final class PromptCounter implements TextSink {

  private static final int MESSAGE = 3;
  private static final int NAME = 1;
  private static final int REPLY = 3;
  private static final int ALL_FUNCTIONS = 12;
  private static final int PROPERTIES = 3;
  private static final int PROPERTY = 3;
  private static final int ENUM = -3;
  private static final int ENUM_VALUE = 3;

  private final TokenCounter counter;
  private final int functionTokens;
  private boolean describes;
  private boolean prompts;
  private boolean functions;
  private boolean unknown;

  PromptCounter(Tokenizer tokenizer, Vocabulary vocabulary) {
    this.counter = new TokenCounter(tokenizer);
    this.functionTokens = vocabulary == Vocabulary.O200K_BASE ? 7 : 10;
  }

  /** Any text of a message or of a function's call. */
  TextSink text() {
    return this;
  }

  TextSink name() {
    counter.addTokens(NAME);
    return this;
  }

  /** The prompt of a completion: it stands for itself. */
  TextSink prompt() {
    prompts = true;
    return this;
  }

  void message() {
    counter.addTokens(prompts ? MESSAGE : MESSAGE + REPLY);
    prompts = true;
  }

  void function() {
    counter.addTokens(functions ? functionTokens : functionTokens + ALL_FUNCTIONS);
    functions = true;
  }

  void properties() {
    counter.addTokens(PROPERTIES);
  }

  void property(String name) {
    counter.addTokens(PROPERTY);
    for (int i = 0; i < name.length(); i++) {
      counter.add(name.charAt(i));
    }
    counter.endText();
  }

  void enumeration() {
    counter.addTokens(ENUM);
  }

  TextSink enumValue() {
    counter.addTokens(ENUM_VALUE);
    return this;
  }

  /** The type or the description of a function or property: {@code name:type:description}. */
  TextSink description() {
    counter.add(':');
    describes = true;
    return this;
  }

  /** The request has what is billed and cannot be counted. */
  void unknown() {
    unknown = true;
  }

  @Override
  public void take(char[] chars, int from, int to) {
    counter.add(chars, from, to);
  }

  /** OpenAI leaves out the full stop of a description. */
  @Override
  public void end() {
    if (describes && counter.last() == '.') {
      counter.addTokens(-1);
    }
    describes = false;
    counter.endText();
  }

  /** Whether all was counted that was read. */
  boolean isKnown() {
    return prompts && !unknown && counter.failure() == null;
  }

  TokenCounter counter() {
    return counter;
  }
}
