package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which ids a book may have. */
final class ModelIds {

  private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\"\\\\]]{1,200}");
  private static final Pattern SNAPSHOT =
      Pattern.compile("(.+)(?:-20\\d\\d-[01]\\d-[0-3]\\d|[-@]20\\d\\d[01]\\d[0-3]\\d)");

  /** Models that anyone may run: OpenAI sells none of them, and a local server answers as openai. */
  private static final Pattern OPEN_WEIGHTS =
      Pattern.compile("(?i).*(gpt-oss|llama|qwen|mistral|gemma|deepseek).*");

  private ModelIds() {}

  /** Why a model cannot stand in a book; null when it can. */
  static @Nullable String objection(String provider, String id) {
    if (!PLAIN.matcher(id).matches()) {
      return "an id that is no plain text";
    }
    if (id.endsWith("-")) {
      return "the beginning of ids";
    }
    if (id.endsWith(":free")) {
      return "free of charge";
    }
    if (id.contains("-commitment/")) {
      return "a provisioned commitment";
    }
    if (provider.equals("openai") && id.matches("o\\d.*-high|.*:extended")) {
      return "a gateway's name for a model of OpenAI";
    }
    return provider.equals("openai") && OPEN_WEIGHTS.matcher(id).matches()
        ? "open weights, which OpenAI does not sell"
        : null;
  }

  /** The id without the date of its snapshot; null when it has none. */
  static @Nullable String withoutSnapshot(String id) {
    Matcher matcher = SNAPSHOT.matcher(id);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
