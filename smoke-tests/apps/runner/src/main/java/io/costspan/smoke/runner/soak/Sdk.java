package io.costspan.smoke.runner.soak;

/** The clients of the soak, all on one class path. */
public enum Sdk {
  OPENAI,
  ANTHROPIC,
  OKHTTP,
  JDK,
  APACHE5;

  public boolean isAnthropic() {
    return this == ANTHROPIC;
  }
}
