package io.costspan.testbed.provider;

/** The wire formats the provider speaks, recognised by the end of the path as the real ones are. */
public enum Protocol {
  OPENAI_CHAT("/chat/completions"),
  OPENAI_RESPONSES("/responses"),
  OPENAI_EMBEDDINGS("/embeddings"),
  ANTHROPIC_MESSAGES("/messages");

  private final String pathEnd;

  Protocol(String pathEnd) {
    this.pathEnd = pathEnd;
  }

  static Protocol ofPath(String path) {
    for (Protocol protocol : values()) {
      if (path.endsWith(protocol.pathEnd)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException("no such endpoint: " + path);
  }

  boolean isAnthropic() {
    return this == ANTHROPIC_MESSAGES;
  }
}
