package io.opentelemetry.javaagent.costspan.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.telemetry.Outcome;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

  private static final ResponseFacts NOTHING_SAID =
      ResponseFacts.builder().build(UsageStatus.ABSENT);

  @Test
  void theTerminalEventIsSuccessHoweverTheBytesStopped() {
    assertThat(read(StreamEnd.CLOSED, NOTHING_SAID, true).outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void aReaderThatLeavesEarlyHasCancelledAndNotFailed() {
    Ending ending = read(StreamEnd.CLOSED, NOTHING_SAID, false);

    assertThat(ending.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(ending.errorType()).isNull();
    assertThat(ending.isBillable()).isTrue();
  }

  @Test
  void aReaderThatLeavesAfterTheFinishReasonHasTheWholeAnswer() {
    assertThat(read(StreamEnd.CLOSED, finished("stop"), false).outcome())
        .isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void aBodyThatEndsBeforeItsAnswerIsAnError() {
    Ending ending = read(StreamEnd.EOF, NOTHING_SAID, false);

    assertThat(ending.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(ending.errorType()).isEqualTo("incomplete_response");
  }

  @Test
  void aMalformedEventIsAnErrorEvenIfTheStreamWentOn() {
    Ending closed = Ending.of(200, StreamEnd.CLOSED, null, NOTHING_SAID, false, 1);
    Ending complete = Ending.of(200, StreamEnd.COMPLETE, null, finished("stop"), true, 1);

    assertThat(closed.errorType()).isEqualTo("malformed_response");
    assertThat(complete.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(complete.isBillable()).isTrue();
  }

  @Test
  void aRefusalThatTheProviderDoesNotNameIsNamedByItsStatus() {
    ResponseFacts unnamed =
        ResponseFacts.builder().errorType(ResponseFacts.UNNAMED_ERROR).build(UsageStatus.ABSENT);

    Ending refused = Ending.of(502, StreamEnd.COMPLETE, null, unnamed, true, 0);
    Ending failed = Ending.of(200, StreamEnd.COMPLETE, null, unnamed, true, 0);

    assertThat(refused.errorType()).isEqualTo("502");
    assertThat(failed.errorType()).isEqualTo("_OTHER");
    assertThat(failed.outcome()).isEqualTo(Outcome.ERROR);
  }

  @Test
  void filteredContentIsItsOwnOutcome() {
    assertThat(read(StreamEnd.COMPLETE, finished("content_filter"), true).outcome())
        .isEqualTo(Outcome.CONTENT_FILTERED);
    assertThat(read(StreamEnd.COMPLETE, finished("refusal"), true).outcome())
        .isEqualTo(Outcome.CONTENT_FILTERED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, ERROR",
    "401, ERROR",
    "408, TIMEOUT",
    "429, RATE_LIMITED",
    "500, ERROR",
    "504, TIMEOUT"
  })
  void aRefusedRequestIsNotBillable(int status, Outcome outcome) {
    Ending ending = Ending.of(status, StreamEnd.COMPLETE, null, NOTHING_SAID, true, 0);

    assertThat(ending.outcome()).isEqualTo(outcome);
    assertThat(ending.errorType()).isEqualTo(Integer.toString(status));
    assertThat(ending.isBillable()).isFalse();
  }

  @Test
  void theProvidersErrorCodeTellsMoreThanTheStatus() {
    Ending ending = Ending.of(400, StreamEnd.COMPLETE, null, error("model_not_found"), true, 0);

    assertThat(ending.errorType()).isEqualTo("model_not_found");
  }

  @Test
  void anErrorInTheMiddleOfAStreamMayHaveBeenBilled() {
    Ending ending = Ending.of(200, StreamEnd.COMPLETE, null, error("overloaded_error"), true, 0);

    assertThat(ending.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(ending.errorType()).isEqualTo("overloaded_error");
    assertThat(ending.isBillable()).isTrue();
  }

  @Test
  void theIoFailureBelowTheSdksExceptionIsTheType() {
    RuntimeException thrown = new IllegalStateException(new ConnectException());

    Ending ending = Ending.of(0, StreamEnd.FAILED, thrown, NOTHING_SAID, false, 0);

    assertThat(ending.errorType()).isEqualTo("java.net.ConnectException");
    assertThat(ending.isBillable()).isFalse();
  }

  @Test
  void aConnectionThatFailedIsCalledAsEverybodyCallsIt() {
    ConnectException jdk = new ConnectException();
    jdk.initCause(new java.nio.channels.ClosedChannelException());
    ConnectException transports = new ConnectException() {};
    transports.initCause(new ConnectException());

    for (ConnectException thrown : List.of(jdk, transports, new ConnectException() {})) {
      Ending ending = Ending.of(0, StreamEnd.FAILED, thrown, NOTHING_SAID, false, 0);

      assertThat(ending.errorType()).isEqualTo("java.net.ConnectException");
      assertThat(ending.isBillable()).isFalse();
    }
  }

  @Test
  void whatNeverReachedTheProviderTellsMoreThanWhatIsBelowIt() {
    Throwable below = new ConnectException().initCause(new ClosedChannelException());
    Throwable thrown =
        new UncheckedIOException((IOException) new ConnectException().initCause(below));

    Ending ending = Ending.of(0, StreamEnd.FAILED, thrown, NOTHING_SAID, false, 0);

    assertThat(ending.errorType()).isEqualTo("java.net.ConnectException");
    assertThat(ending.isBillable()).isFalse();
  }

  @Test
  void aRequestThatMayHaveArrivedMayHaveBeenBilled() {
    Ending reset = Ending.of(0, StreamEnd.FAILED, new IOException("reset"), NOTHING_SAID, false, 0);
    Ending timeout =
        Ending.of(0, StreamEnd.FAILED, new SocketTimeoutException(), NOTHING_SAID, false, 0);

    assertThat(reset.isBillable()).isTrue();
    assertThat(timeout.isBillable()).isTrue();
    assertThat(timeout.outcome()).isEqualTo(Outcome.TIMEOUT);
  }

  @Test
  void cancellationIsNoError() {
    Throwable thrown = new CompletionException(new CancellationException());

    Ending ending = Ending.of(0, StreamEnd.FAILED, thrown, NOTHING_SAID, false, 0);

    assertThat(ending.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(ending.errorType()).isNull();
  }

  @Test
  void whatAFuturePutsAroundAFailureIsNotItsName() {
    Throwable failure = new IllegalStateException("no JSON", new IllegalArgumentException());
    Throwable thrown = new CompletionException(new ExecutionException(failure));

    assertThat(Ending.of(200, StreamEnd.FAILED, thrown, NOTHING_SAID, false, 0).errorType())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(Ending.unseen(0, new ExecutionException(null)).errorType())
        .isEqualTo("java.util.concurrent.ExecutionException");
  }

  @Test
  void anInterruptedThreadHasGivenTheCallUp() {
    Throwable inOkHttp = new IllegalStateException(new InterruptedIOException("interrupted"));
    Throwable inBackoff = new IllegalStateException(new InterruptedException());

    for (Throwable thrown : List.of(inOkHttp, inBackoff, new ClosedByInterruptException())) {
      Ending ending = Ending.of(0, StreamEnd.FAILED, thrown, NOTHING_SAID, false, 0);

      assertThat(ending.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(ending.isBillable()).isTrue();
      assertThat(ending.streamEnd(StreamEnd.FAILED)).isEqualTo(StreamEnd.CANCELLED);
    }
  }

  @Test
  void aCallTimeoutIsATimeoutAndAConnectTimeoutNeverReachedAnybody() {
    Throwable call = new IllegalStateException(new InterruptedIOException("timeout"));
    Throwable connect = new SocketTimeoutException("Connect timed out");

    assertThat(Ending.of(0, StreamEnd.FAILED, call, NOTHING_SAID, false, 0))
        .extracting(Ending::outcome, Ending::isBillable)
        .containsExactly(Outcome.TIMEOUT, true);
    assertThat(Ending.of(0, StreamEnd.FAILED, connect, NOTHING_SAID, false, 0))
        .extracting(Ending::outcome, Ending::isBillable)
        .containsExactly(Outcome.TIMEOUT, false);
  }

  @Test
  void aResponseThatWeFailedToSeeIsNotTheApplicationsError() {
    assertThat(Ending.unseen(200, null))
        .extracting(Ending::outcome, Ending::errorType, Ending::isBillable)
        .containsExactly(Outcome.SUCCESS, null, true);
    assertThat(Ending.unseen(500, null).errorType()).isEqualTo("500");
  }

  @Test
  void aCycleOfCausesEnds() {
    Exception first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));

    assertThat(Ending.of(0, StreamEnd.FAILED, first, NOTHING_SAID, false, 0).errorType())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void aFailureThatThrowsWhenItIsAskedIsAnErrorOfItsClass() {
    IOException failure = new IOException() {
      @Override
      public synchronized Throwable getCause() {
        throw new IllegalStateException("lazily, and in vain");
      }
    };

    Ending ending = Ending.of(200, StreamEnd.FAILED, failure, NOTHING_SAID, false, 0);

    assertThat(ending.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(ending.errorType()).isEqualTo(failure.getClass().getName());
    assertThat(ending.isBillable()).isTrue();
  }

  private static Ending read(StreamEnd how, ResponseFacts facts, boolean complete) {
    return Ending.of(200, how, null, facts, complete, 0);
  }

  private static ResponseFacts finished(String reason) {
    return ResponseFacts.builder().finishReason(reason).build(UsageStatus.ABSENT);
  }

  private static ResponseFacts error(String type) {
    return ResponseFacts.builder().errorType(type).build(UsageStatus.ABSENT);
  }
}
