package io.opentelemetry.javaagent.costspan.catalogue;

/**
 * Where long context begins. Lists write the same boundary in several ways; who is right about
 * whether it is inside, the providers decided (2026-11-21): OpenAI above 272,000, xAI from 200,000.
 */
final class Brackets {

  private Brackets() {}

  /** The terms for more input than what a list has as its boundary. */
  static Terms above(Terms terms, String model, long tokens) {
    if (tokens == 271_999 || tokens == 272_000) {
      return terms.above(272_000);
    }
    if (model.contains("grok") && (tokens == 199_999 || tokens == 200_000)) {
      return terms.from(200_000);
    }
    return tokens % 1000 == 999 ? terms.from(tokens + 1) : terms.above(tokens);
  }
}
