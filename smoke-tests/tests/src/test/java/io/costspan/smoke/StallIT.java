package io.costspan.smoke;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.wire.RawRequest;
import io.costspan.testbed.wire.RawServer;
import io.costspan.testbed.wire.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stream that stops until the client's patience is at its end. */
@Tag("matrix")
class StallIT {
  private static final int AT_THE_HEAD = 0;
  private static final int BEFORE_THE_USAGE = 1;
  private static final int AFTER_THE_USAGE = 2;
  private static final int NEVER = 3;
  private static final int CALLS = 4;

  /** From the call on: long enough for the heads to be here on a machine that does much else. */
  private static final String PATIENCE_MILLIS = "10000";

  @Test
  void isATimeoutAndBilledOnceIfItsUsageHadArrived() throws IOException {
    try (RecordedAnswer recorded = new RecordedAnswer();
        RawServer server = RawServer.start((RawRequest request, InputStream in, OutputStream out) ->
            answer(recorded.to(request), request.number(), in, out))) {
      Run plain = run(Launch.bare(), server.url());
      Run watched = run(Launch.in(Environment.current()), server.url());

      Invisibility.sawTheSame(plain, watched);
      check(recorded.billUsd(), new NumberedSpans(watched, CALLS));
    }
  }

  /** All at once, since each of them waits. */
  private static Run run(Launch launch, String url) {
    return launch
        .property("client.timeout.millis", PATIENCE_MILLIS)
        .repeated(App.OPENAI_NEWEST, url, "stream", CALLS, CALLS, 0);
  }

  private static void check(BigDecimal usd, NumberedSpans spans) {
    spans.isUnpriced(AT_THE_HEAD, "absent");
    spans.isUnpriced(BEFORE_THE_USAGE, "absent");
    spans.costs(AFTER_THE_USAGE, usd);
    spans.costs(NEVER, usd);
    assertThat(spans.of(AT_THE_HEAD).string("llm.outcome")).isEqualTo("timeout");
    assertThat(spans.of(BEFORE_THE_USAGE).string("llm.outcome")).isEqualTo("timeout");
    spans.sumUpTo(usd.add(usd), 2);
  }

  private static boolean answer(Recording recording, int number, InputStream in, OutputStream out)
      throws IOException {
    int call = number - RecordedProvider.FIRST;
    String body = recording.text();
    out.write(recording.head("Connection: close"));
    out.write(body.substring(0, stop(call, body)).getBytes(ISO_8859_1));
    if (call != NEVER) {
      // Until the client has left. Nothing may follow: a socket that is closed shuts its output
      // first, and what came at once would still be read.
      in.transferTo(OutputStream.nullOutputStream());
    }
    return false;
  }

  private static int stop(int call, String body) {
    return switch (call) {
      case AT_THE_HEAD -> 0;
      case BEFORE_THE_USAGE -> body.indexOf("\"usage\":{");
      case AFTER_THE_USAGE -> body.indexOf("data: [DONE]");
      default -> body.length();
    };
  }
}
