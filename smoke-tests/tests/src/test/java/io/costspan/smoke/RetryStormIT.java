package io.costspan.smoke;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.wire.Recording;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider that refuses most attempts, and sixteen threads that do not give up. */
@Tag("matrix")
class RetryStormIT {
  private static final int CALLS = 1_400;
  private static final int RETRIES = 4;
  private static final int[] REFUSALS = {429, 500, 503, 529, 502, 408};

  private final Map<Integer, Integer> attempts = new ConcurrentHashMap<>();

  @ParameterizedTest
  @CsvSource({"OPENAI_NEWEST, call", "ANTHROPIC_NEWEST, stream"})
  void isOneSpanAndAtMostOneBillForAllAttempts(App app, String shape) throws IOException {
    try (RecordedProvider provider = RecordedProvider.start(this::play)) {
      Run plain = Launch.bare().repeated(app, provider.url(), shape, CALLS, 16, RETRIES);
      attempts.clear();
      Run watched =
          Launch.in(Environment.current()).repeated(app, provider.url(), shape, CALLS, 16, RETRIES);

      Invisibility.sawTheSame(plain, watched);
      check(provider, new NumberedSpans(watched, CALLS));
    }
  }

  /** The first attempts, none to six, are refused: more than there are retries. */
  private static int refusals(int call) {
    return call % 7;
  }

  private boolean play(Recording recording, int call, OutputStream out) throws IOException {
    int attempt = attempts.merge(call, 1, Integer::sum);
    if (attempt <= refusals(call)) {
      String refusal =
          "HTTP/1.1 %d Later\r\nretry-after-ms: 1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
      out.write(refusal.formatted(REFUSALS[(call + attempt) % REFUSALS.length]).getBytes(US_ASCII));
    } else {
      out.write(recording.chunked(700));
    }
    return true;
  }

  private void check(RecordedProvider provider, NumberedSpans spans) {
    int billed = 0;
    for (int call = 0; call < CALLS; call++) {
      int resends = Math.min(refusals(call), RETRIES);
      assertThat(attempts).as("attempts").containsEntry(call, 1 + resends);
      assertThat(spans.resends(call)).as("resends of call %d", call).isEqualTo(resends);
      if (refusals(call) <= RETRIES) {
        billed++;
        spans.costs(call, provider.billUsd());
      } else {
        spans.isFree(call);
      }
    }
    spans.sumUpTo(provider.billUsd().multiply(BigDecimal.valueOf(billed)), 0);
  }
}
