package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Mark;
import io.costspan.testbed.wire.Http2Server;
import io.costspan.testbed.wire.Http2Stream;
import io.costspan.testbed.wire.RawRequest;
import io.costspan.testbed.wire.RawServer;
import io.costspan.testbed.wire.Recording;
import io.costspan.testbed.wire.SelfSigned;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Streams that are read event by event over HTTP/2 and TLS, and reset by the provider. What came
 * before the reset a client hands out or drops, and the JDK's may wait for ever, without us as well:
 * no two runs are alike, so that each call is held against what the application saw of it.
 */
@Tag("matrix")
@Execution(ExecutionMode.CONCURRENT)
class Http2EventsIT {
  private static final int INTERNAL_ERROR = 2;
  private static final int CANCEL = 8;
  private static final int ROUNDS = 8;
  private static final String WAITING = "waits for ever";

  private final List<Fault> faults = List.of(
      new Fault(Usage.READ, out -> events(out).end()),
      new Fault(Usage.NOT_SENT, out -> out.reset(INTERNAL_ERROR)),
      new Fault(Usage.NOT_SENT, out -> out.headers(type()).reset(CANCEL)),
      new Fault(Usage.NOT_SENT, out -> eventsBeforeUsage(out).reset(CANCEL)),
      new Fault(Usage.SENT, out -> events(out).reset(CANCEL)),
      new Fault(Usage.NOT_SENT, out -> eventsBeforeUsage(out).end()));

  private @Nullable Recording recording;

  @ParameterizedTest
  @CsvSource({
    "JDK_CLIENT, stream",
    "JDK_CLIENT, async-stream",
    "OKHTTP_NEWEST, stream",
    "APACHE5_NEWEST, async-stream",
    "WEBCLIENT_NEWEST, stream",
  })
  void areOneSpanEachAndBilledIfTheirUsageWasRead(App app, String shape, @TempDir Path directory)
      throws Exception {
    SelfSigned certificate = SelfSigned.in(directory.resolve("self-signed.p12"));
    try (RecordedAnswer recorded = new RecordedAnswer();
        RawServer server = Http2Server.start(
            certificate, (request, out) -> answer(recorded.to(request), request, out))) {
      int calls = ROUNDS * faults.size();
      Run run = Launch.in(Environment.current())
          .trusting(certificate)
          .property("http2.over.tls", "true")
          .property("most.seconds", "20")
          .repeated(app, server.url(), shape, calls, calls, 0);

      check(run, new NumberedSpans(run, calls), recorded.billUsd());
    }
  }

  private void check(Run run, NumberedSpans spans, BigDecimal usd) {
    List<String> outcomes = run.jvm().stdout();
    assertThat(outcomes).hasSize(ROUNDS * faults.size());
    for (int call = 0; call < outcomes.size(); call++) {
      boolean isRead = showsUsage(outcomes.get(call));
      Usage usage = fault(call).usage();
      assertThat(isRead || usage != Usage.READ).as(outcomes.get(call)).isTrue();
      if (isRead || usage == Usage.NOT_SENT) {
        assertThat(spans.isPriced(call)).as(outcomes.get(call)).isEqualTo(isRead);
      }
      if (!outcomes.get(call).endsWith(WAITING)) {
        assertThat(spans.of(call).string("llm.outcome")).isNotEqualTo("cancelled");
      }
    }
    spans.areBilled(spans::isPriced, usd);
  }

  private synchronized boolean answer(Recording recorded, RawRequest request, Http2Stream out)
      throws IOException {
    recording = recorded;
    fault(request.number() - RecordedProvider.FIRST).happening().to(out);
    return true;
  }

  private Fault fault(int call) {
    return faults.get(call % faults.size());
  }

  private String type() {
    return recording.contentType();
  }

  private Http2Stream events(Http2Stream out) throws IOException {
    return send(recording.text(), out);
  }

  private Http2Stream eventsBeforeUsage(Http2Stream out) throws IOException {
    String text = recording.text();
    return send(text.substring(0, text.indexOf(usageLine())), out);
  }

  /** A frame for each event. */
  private Http2Stream send(String text, Http2Stream out) throws IOException {
    out.headers(type());
    for (String event : text.split("(?<=\n\n)")) {
      out.data(event.getBytes(StandardCharsets.ISO_8859_1));
    }
    return out;
  }

  private String usageLine() {
    return recording
        .text()
        .lines()
        .filter(line -> line.contains("\"usage\":{"))
        .findFirst()
        .orElseThrow();
  }

  /** The application shows each line, or the data in it. */
  private boolean showsUsage(String outcome) {
    String line = usageLine();
    return Stream.of(line, line.substring("data: ".length()))
        .map(Mark::of)
        .anyMatch(outcome::contains);
  }

  private enum Usage {
    /** It is sent, and so is the end: the application reads it. */
    READ,
    /** It is sent, and then the stream is reset: the client hands it out or does not. */
    SENT,
    NOT_SENT
  }

  private record Fault(Usage usage, Happening happening) {}

  /** What the provider does to a stream. */
  private interface Happening {
    void to(Http2Stream out) throws IOException;
  }
}
