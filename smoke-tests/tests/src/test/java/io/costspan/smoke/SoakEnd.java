package io.costspan.smoke;

import io.costspan.smoke.runner.soak.Call;
import io.costspan.smoke.runner.soak.Sdk;
import org.jspecify.annotations.Nullable;

/**
 * How a call of the soak must come out: what its shape makes of it, and where that is open what the
 * application has seen.
 *
 * @param seen as the application says it; empty where it says the class of an exception
 * @param unpricedReason null when the call has a cost, or was refused and has none to miss
 */
record SoakEnd(
    String seen,
    String outcome,
    @Nullable String errorType,
    @Nullable String streamEnd,
    String usageStatus,
    @Nullable String unpricedReason) {

  private static final String DONE = "done";

  static SoakEnd of(Call call, String seen) {
    Vendor vendor = call.sdk().isAnthropic() ? Vendor.ANTHROPIC : Vendor.OPENAI;
    return switch (call.shape()) {
      case STREAM, ASYNC_STREAM, RESPONSES_STREAM, TOOL_CALL_STREAM, BIG_STREAM ->
        success("complete", "measured", null);
      case UNKNOWN_MODEL -> success(null, "measured", "unknown_model");
      case MISSING_USAGE -> success(null, "absent", "no_usage");
      case STREAM_NOT_ASKED -> success("complete", "absent", "no_usage");
      case STREAM_LEFT -> cutOff(vendor, "left", "cancelled", null, "closed");
      case STREAM_CUT_OFF -> cutOff(vendor, DONE, "error", "incomplete_response", "eof");
      case CORRUPT_CHUNK ->
        new SoakEnd(
            readsOn(call) ? DONE : "", "error", "malformed_response", "complete", "measured", null);
      case RAW_UNREAD -> new SoakEnd("left", "cancelled", null, null, "absent", "no_usage");
      case BAD_REQUEST, BAD_REQUEST_ASYNC -> refused("error", vendor.promptTooLong());
      case SERVER_ERROR -> refused("error", vendor.serverError());
      case RATE_LIMITED ->
        refused(
            "rate_limited", call.sdk().isAnthropic() ? "rate_limit_error" : "rate_limit_exceeded");
      case NOBODY_LISTENS -> refused("error", "java.net.ConnectException");
      case CANCELLED -> cancelled();
      case RACED -> seen.equals(DONE) ? success(null, "measured", null) : cancelled();
      case TIMED_OUT -> new SoakEnd("", "timeout", timeout(seen), null, "absent", "no_usage");
      default -> success(null, "measured", null);
    };
  }

  /** The other end of a call that its caller cancelled: the answer was read, and is to be paid. */
  SoakEnd answeredAllTheSame() {
    return new SoakEnd(seen, "success", null, null, "measured", null);
  }

  boolean isPriced() {
    return usageStatus.equals("measured") && unpricedReason == null;
  }

  /** Whether what the application says it saw is what it had to see. */
  boolean isSeenIn(String word) {
    return seen.isEmpty()
        ? word.contains("Exception") || word.contains("Refused")
        : word.equals(seen);
  }

  /** Who splits lines itself is told nothing of what is in them. */
  private static boolean readsOn(Call call) {
    return call.sdk() == Sdk.JDK || call.sdk() == Sdk.APACHE5;
  }

  /** The SDKs wait a second for the whole call and a second for a byte: either may be up first. */
  private static String timeout(String seen) {
    int whole = seen.indexOf("java.io.InterruptedIOException");
    int reading = seen.indexOf("java.net.SocketTimeoutException");
    return reading >= 0 && (whole < 0 || reading < whole)
        ? "java.net.SocketTimeoutException"
        : "java.io.InterruptedIOException";
  }

  private static SoakEnd success(
      @Nullable String streamEnd, String usageStatus, @Nullable String unpricedReason) {
    return new SoakEnd(DONE, "success", null, streamEnd, usageStatus, unpricedReason);
  }

  private static SoakEnd refused(String outcome, String errorType) {
    return new SoakEnd("", outcome, errorType, null, "absent", null);
  }

  private static SoakEnd cancelled() {
    return new SoakEnd("cancelled", "cancelled", null, null, "absent", "no_usage");
  }

  private static SoakEnd cutOff(
      Vendor vendor, String seen, String outcome, @Nullable String errorType, String streamEnd) {
    boolean partial = vendor.opensWithInput();
    return new SoakEnd(
        seen,
        outcome,
        errorType,
        streamEnd,
        partial ? "partial" : "absent",
        partial ? "partial_usage" : "no_usage");
  }
}
