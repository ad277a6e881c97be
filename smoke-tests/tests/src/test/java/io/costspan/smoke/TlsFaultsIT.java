package io.costspan.smoke;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.wire.RawServer.BreakOff;
import io.costspan.testbed.wire.Recording;
import io.costspan.testbed.wire.SelfSigned;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Connections over TLS, as those to every real provider are, that the provider ends before all is
 * there: with TLS' word that it does, and without it.
 */
@Tag("matrix")
@Execution(ExecutionMode.CONCURRENT)
class TlsFaultsIT {
  private static final Pattern CHUNKS = Pattern.compile("(?<=^\\d{4}\\|)([0-9a-f]+ )+");
  private static final String LAST_CHUNK = "0\r\n\r\n";

  private static final List<Case> CASES = List.of(
      new Case(true, (r, out) -> write(out, chunked(r, r.body().length) + LAST_CHUNK)),
      new Case(false, (r, out) -> write(out, "")),
      new Case(false, (r, out) -> write(out, chunked(r, third(r)))),
      new Case(true, (r, out) -> write(out, chunked(r, r.body().length) + LAST_CHUNK)),
      new Case(false, (r, out) -> breakOff(out, chunked(r, third(r)))),
      new Case(false, (r, out) -> write(out, sized(r, third(r)))),
      new Case(false, (r, out) -> breakOff(out, sized(r, third(r)))),
      new Case(true, (r, out) -> write(out, sized(r, r.body().length))),
      new Case(true, (r, out) -> write(out, untilTheEnd(r, r.body().length))),
      new Case(false, (r, out) -> write(out, untilTheEnd(r, third(r)))),
      new Case(true, (r, out) -> write(out, sized(r, r.body().length))));

  @ParameterizedTest
  @CsvSource({
    "OPENAI_NEWEST, stream",
    "ANTHROPIC_NEWEST, async-stream",
    "AZURE_OPENAI, async-stream",
    "OKHTTP_NEWEST, async-stream",
    "JDK_CLIENT, stream",
    "JDK_CLIENT, async-stream",
    "APACHE5_NEWEST, async-stream",
    "WEBCLIENT_NEWEST, stream",
  })
  void areErrorsAndNotBilled(App app, String shape, @TempDir Path directory) throws Exception {
    SelfSigned certificate = SelfSigned.in(directory.resolve("self-signed.p12"));
    try (RecordedProvider provider = RecordedProvider.start(
        certificate, (recording, call, out) -> CASES.get(call).happening().to(recording, out))) {
      Run plain = run(Launch.bare(), certificate, app, shape, provider.url());
      Run watched = run(Launch.in(Environment.current()), certificate, app, shape, provider.url());

      assertThat(seen(watched)).isEqualTo(seen(plain));
      check(new NumberedSpans(watched, CASES.size()), provider.billUsd());
    }
  }

  private static Run run(Launch launch, SelfSigned certificate, App app, String shape, String url) {
    return launch.trusting(certificate).repeated(app, url, shape, CASES.size(), 1, 0);
  }

  /** How many chunks are handed out before the end of the connection is heard of is a race. */
  private static List<String> seen(Run run) {
    List<String> seen = new ArrayList<>(run.jvm().stdout());
    for (int call = 0; call < seen.size(); call++) {
      if (!CASES.get(call).whole()) {
        seen.set(call, CHUNKS.matcher(seen.get(call)).replaceFirst(""));
      }
    }
    return seen;
  }

  private static void check(NumberedSpans spans, BigDecimal usd) {
    int billed = 0;
    for (int call = 0; call < CASES.size(); call++) {
      if (CASES.get(call).whole()) {
        billed++;
        spans.costs(call, usd);
      } else {
        assertThat(spans.isPriced(call)).as("cost of call %d", call).isFalse();
        assertThat(spans.of(call).string("llm.outcome")).as("call %d", call).isEqualTo("error");
      }
    }
    spans.sumUpTo(usd.multiply(BigDecimal.valueOf(billed)), CASES.size() - billed);
  }

  private static boolean write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
    return false;
  }

  private static boolean breakOff(OutputStream out, String text) throws IOException {
    write(out, text);
    throw new BreakOff();
  }

  private static int third(Recording recording) {
    return recording.body().length / 3;
  }

  private static String chunked(Recording recording, int length) {
    return head(recording, "Transfer-Encoding: chunked\r\n")
        + Integer.toHexString(length)
        + "\r\n"
        + recording.text().substring(0, length)
        + "\r\n";
  }

  private static String sized(Recording recording, int length) {
    return head(recording, "Content-Length: " + recording.body().length + "\r\n")
        + recording.text().substring(0, length);
  }

  /** The end of the connection is the end of the body. */
  private static String untilTheEnd(Recording recording, int length) {
    return head(recording, "") + recording.text().substring(0, length);
  }

  private static String head(Recording recording, String framing) {
    return new String(recording.head(framing + "Connection: close"), ISO_8859_1);
  }

  /** What a provider sends before it ends the connection, and whether that is all of an answer. */
  private record Case(boolean whole, Happening happening) {}

  private interface Happening {
    boolean to(Recording recording, OutputStream out) throws IOException;
  }
}
