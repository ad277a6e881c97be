package io.opentelemetry.javaagent.costspan.wire;

/** Counts tokens with one vocabulary. Thread-safe. */
public interface Tokenizer {

  /** How many tokens a text has. It is not kept. */
  int count(String text);
}
