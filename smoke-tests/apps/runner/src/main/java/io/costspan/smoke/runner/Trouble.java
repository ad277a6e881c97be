package io.costspan.smoke.runner;

import java.util.Locale;

/**
 * What an application gets into beside its scenarios: the property {@code trouble} has its name. Its
 * calls have numbers of their own.
 */
enum Trouble {
  NONE,
  /** Interrupted threads. */
  INTERRUPTS,
  /** Errors that its handlers throw. */
  ERRORS,
  /** Calls from threads that have hardly any stack left. */
  DEEP_STACKS,
  /** The JVM ends by itself in the middle of calls. */
  EXIT,
  /** The JVM is asked to end in the middle of calls. */
  SIGNAL;

  static Trouble now() {
    return valueOf(System.getProperty("trouble", "none").toUpperCase(Locale.ROOT));
  }

  void before(LlmSdk sdk, ProviderGate gate) {
    switch (this) {
      case INTERRUPTS -> new Interrupts(sdk, gate).all();
      case ERRORS -> new Errors(sdk).all();
      case DEEP_STACKS -> new DeepStacks(sdk).all();
      default -> {}
    }
  }

  void after(LlmSdk sdk, ProviderGate gate) {
    if (this == EXIT || this == SIGNAL) {
      new Unfinished(sdk, gate).begin();
    }
    if (this == SIGNAL) {
      Unfinished.awaitSignal();
    }
  }
}
