package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.wire.Recording;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection breaks at every byte of a stream, the head included: one call for each of them. */
@Tag("matrix")
@Execution(ExecutionMode.CONCURRENT)
class EveryByteIT {
  /** Fits no event, so that both kinds of border are crossed by the other. */
  private static final int CHUNK = 97;

  private volatile boolean whole = true;

  @ParameterizedTest
  @CsvSource({
    "OPENAI_NEWEST, stream",
    "ANTHROPIC_NEWEST, stream",
    "GENAI_NEWEST, stream",
    "BEDROCK_NEWEST, async-stream",
  })
  void isBilledIfItsUsageHadArrived(App app, String shape) throws IOException {
    try (RecordedProvider provider = RecordedProvider.start(this::play)) {
      Launch.bare().repeated(app, provider.url(), shape, 1, 1, 0);
      whole = false;
      int calls = provider.recording().chunked(CHUNK).length + 1;
      Run plain = Launch.bare().repeated(app, provider.url(), shape, calls, 1, 0);
      Run watched =
          Launch.in(Environment.current()).repeated(app, provider.url(), shape, calls, 1, 0);

      Invisibility.sawTheSame(plain, watched);
      check(
          RecordedStream.of(app, provider.recording()),
          provider,
          new NumberedSpans(watched, calls),
          calls);
    }
  }

  private boolean play(Recording recording, int call, OutputStream out) throws IOException {
    byte[] wire = recording.chunked(CHUNK);
    out.write(wire, 0, whole ? wire.length : call);
    return false;
  }

  private static void check(
      RecordedStream stream, RecordedProvider provider, NumberedSpans spans, int calls) {
    int billed = 0;
    for (int call = 0; call < calls; call++) {
      String status = stream.statusAfter(provider.recording().bodyBytesIn(call, CHUNK));
      if (status.equals("measured")) {
        billed++;
        spans.costs(call, provider.billUsd());
      } else {
        spans.isUnpriced(call, status);
      }
    }
    assertThat(billed).isPositive();
    assertThat(spans.of(calls - 1).string("llm.outcome")).isEqualTo("success");
    spans.sumUpTo(provider.billUsd().multiply(BigDecimal.valueOf(billed)), calls - billed);
  }
}
