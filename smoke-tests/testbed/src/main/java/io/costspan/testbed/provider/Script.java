package io.costspan.testbed.provider;

/**
 * What the provider does with a call. The call asks for it in its own prompt, {@code
 * scenario:cached-read}; without such a word the answer is {@link #PLAIN}.
 */
public enum Script {
  PLAIN("plain"),
  /** 1,024 more input tokens, read from the prompt cache. */
  CACHED_READ("cached-read"),
  /** 2,048 more input tokens, written to the prompt cache for five minutes (Anthropic only). */
  CACHE_WRITE_5M("cache-write-5m"),
  /** 3,072 more input tokens, written to the prompt cache for one hour (Anthropic only). */
  CACHE_WRITE_1H("cache-write-1h"),
  /** 192 more output tokens, spent on reasoning. */
  REASONING("reasoning"),
  /** The default tier serves the call, whichever tier was asked for. */
  TIER_DOWNGRADED("tier-downgraded"),
  BAD_REQUEST("400"),
  /** 429 with {@code retry-after-ms: 1} to the first attempt, an answer to the second. */
  RATE_LIMITED_ONCE("429-then-200"),
  /** 429 with {@code retry-after-ms: 1} to every attempt. */
  RATE_LIMITED("429"),
  SERVER_ERROR("500"),
  /** Nothing is answered until somebody opens the gate of this call, see {@link Gates}. */
  HELD("held"),
  /** A few milliseconds between the chunks of a stream. */
  SLOW_DRIP("slow-drip"),
  /** One chunk of text, then only signs of life until the client leaves. */
  STREAM_HELD("stream-held"),
  /**
   * One chunk in the middle is not JSON. It is written in one piece with all that follows, so that
   * whoever reads the bad chunk has the end of the stream in the same buffer, always.
   */
  CORRUPT_CHUNK("corrupt-chunk"),
  /** The stream ends in good order, but without its last events. */
  STREAM_CUT_OFF("stream-cut-off"),
  /** A complete answer that does not say what it used. */
  MISSING_USAGE("missing-usage"),
  /** The model wants a function called: what it would be called with is all of the text. */
  TOOL_CALL("tool-call"),
  /** 28 KB of text. */
  BIG_ANSWER("big-answer");

  private static final String MARKER = "scenario:";

  private final String word;

  Script(String word) {
    this.word = word;
  }

  /** What to put into a prompt. */
  public String marker() {
    return MARKER + word;
  }

  static Script ofPrompt(String prompt) {
    String word = Marker.valueOf(prompt, MARKER, "plain");
    for (Script script : values()) {
      if (script.word.equals(word)) {
        return script;
      }
    }
    throw new IllegalArgumentException("no such scenario: " + word);
  }
}
