package io.opentelemetry.javaagent.costspan.call;

/** What becomes of the gen_ai spans that SDKs emit on their own. */
public final class NativeTelemetry {

  private static volatile boolean suppressed;

  private NativeTelemetry() {}

  /** What the operator wishes; nothing is suppressed where our own spans are not. */
  public static void configure(boolean suppress) {
    suppressed = suppress;
  }

  /** Whether an SDK's own span is not to be started, since ours tells more. */
  public static boolean isSuppressed() {
    return suppressed && LlmCalls.areInstalled();
  }
}
