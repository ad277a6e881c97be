package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/** The tokenizers that there are. Thread-safe, never throws, and nobody waits for them. */
public interface Vocabularies {

  /** The tokenizer of a vocabulary; null when there is none, or none yet. */
  @Nullable
  Tokenizer tokenizer(Vocabulary vocabulary);
}
