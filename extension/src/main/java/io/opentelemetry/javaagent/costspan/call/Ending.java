package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.telemetry.Outcome;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a call means. Close is not abandonment, EOF is not needed, cancel is not an
 * error: what the provider said comes first, how the bytes stopped comes last.
 */
final class Ending {

  private static final int NO_RESPONSE = 0;
  private static final int MAX_CAUSES = 16;

  private static final Set<String> FILTERED = set(
      "content_filter",
      "refusal",
      "content_policy_violation",
      "content_filtered",
      // Bedrock's
      "guardrail_intervened",
      // Gemini's
      "SAFETY",
      "RECITATION",
      "BLOCKLIST",
      "PROHIBITED_CONTENT",
      "SPII",
      "IMAGE_SAFETY",
      "IMAGE_PROHIBITED_CONTENT",
      "IMAGE_RECITATION");
  private static final Set<String> RATE_LIMITED = set(
      "rate_limit_error",
      "rate_limit_exceeded",
      "insufficient_quota",
      "RESOURCE_EXHAUSTED",
      "throttlingException",
      "ThrottlingException",
      "429");
  private static final Set<String> TIMEOUT =
      set("timeout_error", "timeout", "DEADLINE_EXCEEDED", "408", "504");

  // By name: every HTTP client and SDK has classes of its own.
  private static final String TIMEOUT_CLASS = "TimeoutException";
  private static final String CONNECT_TIMEOUT = "ConnectTimeoutException";

  private final Outcome outcome;
  private final @Nullable String errorType;
  private final boolean billable;

  private Ending(Outcome outcome, @Nullable String errorType, boolean billable) {
    this.outcome = outcome;
    this.errorType = errorType;
    this.billable = billable;
  }

  /**
   * @param status HTTP status, 0 when no response came
   * @param how how the bytes stopped
   * @param failure what the SDK or the stream threw, or null
   * @param facts what the response said until then
   * @param complete whether the protocol's terminal event was read
   * @param malformed events that could not be parsed
   */
  static Ending of(
      int status,
      StreamEnd how,
      @Nullable Throwable failure,
      ResponseFacts facts,
      boolean complete,
      int malformed) {
    if (status >= 300) {
      return refused(status, facts.errorType());
    }
    if (facts.errorType() != null) {
      return error(facts.errorType(), status, true);
    }
    if (failure != null) {
      return thrown(failure, status != NO_RESPONSE);
    }
    if (malformed > 0) {
      // The provider may well have finished, and is paid; the application got an exception.
      return error("malformed_response", status, true);
    }
    return complete || isFinished(facts) ? finished(facts) : unfinished(how);
  }

  /** The end of a call whose response we failed to see: nothing is known against it. */
  static Ending unseen(int status, @Nullable Throwable failure) {
    if (status >= 300) {
      return refused(status, null);
    }
    return failure != null
        ? thrown(failure, status != NO_RESPONSE)
        : new Ending(Outcome.SUCCESS, null, true);
  }

  private static Ending refused(int status, @Nullable String errorType) {
    if (errorType == null || errorType.equals(ResponseFacts.UNNAMED_ERROR)) {
      return error(Integer.toString(status), status, false);
    }
    return error(errorType, status, false);
  }

  Outcome outcome() {
    return outcome;
  }

  boolean isSuccess() {
    return outcome == Outcome.SUCCESS;
  }

  /** How a stream that stopped like this is said to have ended: cancelling is one way to fail. */
  StreamEnd streamEnd(StreamEnd how) {
    boolean cancelled = outcome == Outcome.CANCELLED && how == StreamEnd.FAILED;
    return cancelled ? StreamEnd.CANCELLED : how;
  }

  /** Value of {@code error.type}; null when nothing failed. */
  @Nullable
  String errorType() {
    return errorType;
  }

  /** Whether the provider took the request on, so that a missing cost is a gap in the bill. */
  boolean isBillable() {
    return billable;
  }

  private static Ending error(String type, int status, boolean billable) {
    if (status == 429 || RATE_LIMITED.contains(type)) {
      return new Ending(Outcome.RATE_LIMITED, type, billable);
    }
    if (status == 408 || status == 504 || TIMEOUT.contains(type)) {
      return new Ending(Outcome.TIMEOUT, type, billable);
    }
    Outcome outcome = FILTERED.contains(type) ? Outcome.CONTENT_FILTERED : Outcome.ERROR;
    return new Ending(outcome, type, billable);
  }

  /** A class of the application's may throw where it is asked: then its name is all that is known. */
  private static Ending thrown(Throwable failure, boolean responded) {
    try {
      return told(failure, responded);
    } catch (RuntimeException e) {
      return new Ending(Outcome.ERROR, failure.getClass().getName(), true);
    }
  }

  private static Ending told(Throwable failure, boolean responded) {
    Throwable telling = failure;
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      if (isTimeout(cause)) {
        boolean sent = responded || !neverReached(cause);
        return new Ending(Outcome.TIMEOUT, cause.getClass().getName(), sent);
      }
      if (isCancellation(cause)) {
        return new Ending(Outcome.CANCELLED, null, true);
      }
      // The JDK's client says ConnectException, and below it why: a closed channel. Others have a
      // class of their own for it, and below it the one that everybody knows.
      boolean tellsMore =
          cause instanceof IOException && (!neverReached(telling) || neverReached(cause));
      if (tellsMore || isWrapper(telling)) {
        telling = cause;
      }
      cause = cause.getCause();
    }
    boolean sent = telling instanceof IOException && !neverReached(telling);
    return new Ending(Outcome.ERROR, typeOf(telling), responded || sent);
  }

  /** Transports have classes of their own for a refused connection, the JDK's below them or not. */
  private static String typeOf(Throwable failure) {
    return failure instanceof ConnectException
        ? ConnectException.class.getName()
        : failure.getClass().getName();
  }

  /** What a future puts around any failure. */
  private static boolean isWrapper(Throwable failure) {
    return failure instanceof CompletionException || failure instanceof ExecutionException;
  }

  /** What broke before the provider saw a request; anything later may have been billed. */
  private static boolean neverReached(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException
        || failure.getClass().getName().endsWith(CONNECT_TIMEOUT)
        || (failure instanceof SocketTimeoutException && says(failure, "onnect"));
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof SocketTimeoutException
        || failure instanceof TimeoutException
        || (failure instanceof InterruptedIOException && says(failure, "timeout"))
        || failure.getClass().getName().endsWith(TIMEOUT_CLASS);
  }

  /** A thread that is interrupted in a call has been told to give it up. */
  private static boolean isCancellation(Throwable failure) {
    return failure instanceof CancellationException
        || failure instanceof InterruptedException
        || failure instanceof InterruptedIOException
        || failure instanceof ClosedByInterruptException
        || (failure instanceof SocketException && says(failure, "Closed by interrupt"));
  }

  private static boolean says(Throwable failure, String words) {
    String message = failure.getMessage();
    return message != null && message.contains(words);
  }

  /** A generation that gave its reason to stop is over, even if the reader did not wait for more. */
  private static boolean isFinished(ResponseFacts facts) {
    return !facts.finishReasons().isEmpty() && facts.usage().status() != UsageStatus.PARTIAL;
  }

  private static Ending finished(ResponseFacts facts) {
    boolean filtered = !Collections.disjoint(FILTERED, facts.finishReasons());
    return new Ending(filtered ? Outcome.CONTENT_FILTERED : Outcome.SUCCESS, null, true);
  }

  private static Ending unfinished(StreamEnd how) {
    if (how == StreamEnd.EOF || how == StreamEnd.FAILED) {
      return new Ending(Outcome.ERROR, "incomplete_response", true);
    }
    return new Ending(Outcome.CANCELLED, null, true);
  }

  private static Set<String> set(String... values) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(values)));
  }
}
