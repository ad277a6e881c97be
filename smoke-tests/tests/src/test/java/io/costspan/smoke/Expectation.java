package io.costspan.smoke;

import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What must come out of a scenario where it is not what comes out of an ordinary call.
 *
 * @param errorType null when the span has no error
 * @param streamEnd null when the call is no stream
 * @param unpricedReason null when the call has a cost, or was refused and has none to miss
 * @param responded whether the head and some of the body of a good answer were read
 */
record Expectation(
    String outcome,
    @Nullable String errorType,
    @Nullable String streamEnd,
    String usageStatus,
    @Nullable String unpricedReason,
    boolean responded) {

  static Expectation of(Scenario scenario, App app) {
    Expectation expected = whereAllIsSold(scenario, app);
    return app.vendor().list().isEmpty() ? expected.unsold() : expected;
  }

  private static Expectation whereAllIsSold(Scenario scenario, App app) {
    Vendor vendor = app.vendor();
    return switch (scenario) {
      case STREAM, ASYNC_STREAM, REASONING_STREAM, RESPONSES_STREAM, CACHE_WRITE_1H_STREAM ->
        ordinary().ending(vendor.streamEnd());
      case STREAM_CLOSED_EARLY ->
        new Expectation("cancelled", null, "closed", "absent", "no_usage", true)
            .partialIf(vendor.opensWithInput());
      case STREAM_NOT_ASKED_CLOSED_EARLY ->
        new Expectation("cancelled", null, "closed", "absent", "no_usage", true);
      case STREAM_CUT_OFF ->
        new Expectation("error", "incomplete_response", "eof", "absent", "no_usage", true)
            .partialIf(vendor.opensWithInput());
      case STREAM_WITHOUT_USAGE, STREAM_NOT_ASKED ->
        new Expectation("success", null, vendor.streamEnd(), "absent", "no_usage", true);
      case CORRUPT_CHUNK -> unreadableEvent(vendor);
      case RAW_UNREAD -> unread();
      case CANCELLED_FUTURE -> app.has(Feature.CANCELLATION) ? unread() : ordinary();
      case BAD_REQUEST, BAD_REQUEST_ASYNC -> refused(vendor.promptTooLong());
      case SERVER_ERROR -> refused(vendor.serverError());
      case CONNECTION_REFUSED -> refused("java.net.ConnectException");
      case UNKNOWN_MODEL ->
        new Expectation("success", null, null, "measured", "unknown_model", true);
      case MISSING_USAGE -> new Expectation("success", null, null, "absent", "no_usage", true);
      default -> ordinary();
    };
  }

  boolean isPriced() {
    return usageStatus.equals("measured") && unpricedReason == null;
  }

  private static Expectation unreadableEvent(Vendor vendor) {
    String failure = vendor.unreadableEvent();
    if (failure != null) {
      return new Expectation("error", failure, "failed", "absent", "no_usage", true);
    }
    // All that was billed was still said, in the same read as the chunk that is not JSON; the
    // application does not read on.
    String end = vendor.streamEnd().equals("complete") ? "complete" : "closed";
    return new Expectation("error", "malformed_response", end, "measured", null, true);
  }

  private Expectation unsold() {
    return isPriced()
        ? new Expectation(outcome, errorType, streamEnd, usageStatus, "unknown_model", responded)
        : this;
  }

  private static Expectation unread() {
    return new Expectation("cancelled", null, null, "absent", "no_usage", false);
  }

  private static Expectation ordinary() {
    return new Expectation("success", null, null, "measured", null, true);
  }

  /** Nothing was generated, so nothing is missing from the bill. */
  private static Expectation refused(String errorType) {
    return new Expectation("error", errorType, null, "absent", null, false);
  }

  private Expectation ending(String end) {
    return new Expectation(outcome, errorType, end, usageStatus, unpricedReason, responded);
  }

  private Expectation partialIf(boolean inputIsKnown) {
    return inputIsKnown
        ? new Expectation(outcome, errorType, streamEnd, "partial", "partial_usage", responded)
        : this;
  }
}
