package io.opentelemetry.javaagent.costspan.wire;

/** How a model splits text into tokens, by the names that OpenAI gave them. */
public enum Vocabulary {
  /** GPT-4o and newer. */
  O200K_BASE,
  /** GPT-4 and GPT-3.5. */
  CL100K_BASE
}
