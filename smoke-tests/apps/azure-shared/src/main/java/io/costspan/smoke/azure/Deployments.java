package io.costspan.smoke.azure;

import io.costspan.smoke.runner.Ask;

/** What somebody has called the models that were deployed: mostly, but not always, as the model is. */
final class Deployments {
  private Deployments() {}

  static String of(Ask ask) {
    return switch (ask.model()) {
      case STANDARD -> "gpt-4.1-mini";
      case SMALL -> "team-small";
      case REASONING -> "gpt-5-mini";
      case UNKNOWN -> "house-model-1";
    };
  }
}
