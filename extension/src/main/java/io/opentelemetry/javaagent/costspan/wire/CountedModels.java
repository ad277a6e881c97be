package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/**
 * Which models' tokens can be counted from outside. Only OpenAI's vocabularies are known, and only
 * where all that is billed is seen: not where a model reasons in secret, hears, speaks or searches.
 * Vocabularies as in openai/tiktoken, {@code tiktoken/model.py}, read 2026-11-28.
 */
final class CountedModels {

  private static final String FINE_TUNED = "ft:";
  private static final String NO_REASONING = "none";

  private static final String[] OLD = {
    "gpt-4", "gpt-3.5-turbo", "gpt-35-turbo", "davinci-002", "babbage-002"
  };
  private static final String[] SILENT = {"gpt-4o", "gpt-4.1", "gpt-4.5", "chatgpt-4o", "gpt-5-chat"
  };
  private static final String[] NOT_ONLY_TEXT = {
    "audio", "realtime", "search", "transcribe", "tts", "image"
  };

  private CountedModels() {}

  /** Whether a provider sells OpenAI's models under OpenAI's names. */
  static boolean areAt(String provider) {
    return provider.equals("openai") || provider.startsWith("azure.ai.");
  }

  /**
   * The vocabulary of a model whose tokens are all seen; null for any other.
   *
   * @param effort how much the model was told to reason, null when it was not
   */
  static @Nullable Vocabulary vocabularyOf(String model, @Nullable String effort) {
    String name = model.startsWith(FINE_TUNED) ? model.substring(FINE_TUNED.length()) : model;
    if (isNotOnlyText(name)) {
      return null;
    }
    for (String old : OLD) {
      if (isOrIsOf(old, name)) {
        return Vocabulary.CL100K_BASE;
      }
    }
    for (String silent : SILENT) {
      if (name.startsWith(silent)) {
        return Vocabulary.O200K_BASE;
      }
    }
    return mayReason(name) && NO_REASONING.equals(effort) ? Vocabulary.O200K_BASE : null;
  }

  /** {@code o3}, {@code gpt-5.6-sol} and what is to come; not {@code gpt-oss}, which others run. */
  private static boolean mayReason(String name) {
    return hasDigitAfter("gpt-", name) || hasDigitAfter("o", name);
  }

  private static boolean hasDigitAfter(String start, String name) {
    return name.startsWith(start)
        && name.length() > start.length()
        && Character.isDigit(name.charAt(start.length()));
  }

  /** {@code gpt-4-0613} is of {@code gpt-4}, {@code gpt-4o} is not. */
  private static boolean isOrIsOf(String family, String name) {
    return name.startsWith(family)
        && (name.length() == family.length() || "-:".indexOf(name.charAt(family.length())) >= 0);
  }

  private static boolean isNotOnlyText(String name) {
    for (String other : NOT_ONLY_TEXT) {
      if (name.contains(other)) {
        return true;
      }
    }
    return false;
  }
}
