package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.regex.Pattern;

/**
 * How Gemini bills search (2026-11-21): up to 2.5 each grounded prompt, from 3 on each query. The
 * names without a number that a list has at the price of a prompt are billed so.
 */
final class Grounding {

  private static final Pattern UP_TO_2_5 = Pattern.compile(
      ".*gemini-((live-)?[12]([.-].*|$)|(pro|flash|flash-lite)-latest|exp-.*|robotics-er-1.*)");

  private Grounding() {}

  static RateName of(String model) {
    return UP_TO_2_5.matcher(model).matches() ? RateName.GROUNDED_PROMPT : RateName.GROUNDING_QUERY;
  }
}
