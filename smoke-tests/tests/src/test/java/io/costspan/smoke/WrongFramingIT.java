package io.costspan.smoke;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.costspan.testbed.wire.Recording;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * HTTP that lies: about lengths, chunks, types and encodings. What the application could read of an
 * answer is billed, whatever the head said; what it could not is unpriced.
 */
@Tag("matrix")
class WrongFramingIT {
  private static final Pattern USAGE = Pattern.compile("\"usage\": ?\\{");

  /** So that no answer spoils the next. */
  private static final String CLOSE = "Connection: close\r\n";

  private static final String OK = "HTTP/1.1 200 OK\r\n" + CLOSE;
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

  private static final List<Case> CASES = List.of(
      new Case(true, r -> OK + type(r) + length(r, 0) + r.text()),
      new Case(true, r -> OK + type(r) + length(r, 10) + r.text()),
      new Case(false, r -> OK + type(r) + length(r, untilUsage(r) - r.body().length) + r.text()),
      new Case(true, r -> OK + type(r) + "\r\n" + r.text()),
      new Case(true, r -> "HTTP/1.0 200 OK\r\n" + CLOSE + type(r) + "\r\n" + r.text()),
      new Case(true, r -> "HTTP/1.1 200\r\n" + CLOSE + type(r) + length(r, 0) + r.text()),
      new Case(false, r -> OK + type(r) + CHUNKED + chunkUntilUsage(r) + "zz\r\nno chunk\r\n"),
      new Case(false, r -> OK + type(r) + CHUNKED + chunkUntilUsage(r) + "fffff\r\nshort"),
      new Case(false, r -> OK + type(r) + CHUNKED + "-5\r\n" + r.text()),
      new Case(true, r -> OK + "Content-Type: text/html\r\n" + length(r, 0) + r.text()),
      new Case(true, r -> OK + "Content-Type: a/b/c;;=\r\n" + length(r, 0) + r.text()),
      new Case(true, r -> OK + "Content-Type: application/json\r\n" + length(r, 0) + r.text()),
      new Case(true, r -> OK + "Content-Type: text/event-stream\r\n" + length(r, 0) + r.text()),
      new Case(true, r -> OK + length(r, 0) + r.text()),
      new Case(false, r -> "HTTP/1.1 204 No Content\r\n" + CLOSE + "\r\n"),
      new Case(false, r -> OK + type(r) + "Content-Length: 0\r\n\r\n"),
      new Case(false, r -> OK + type(r) + CHUNKED + "0\r\n\r\n"),
      new Case(
          true, r -> OK + type(r) + "X-One-Of-Many: 1\r\n".repeat(80) + length(r, 0) + r.text()),
      new Case(true, r -> "HTTP/1.1 100 Continue\r\n\r\n" + OK + type(r) + length(r, 0) + r.text()),
      new Case(false, r -> OK + type(r) + "Content-Encoding: gzip\r\n" + length(r, 0) + "no gzip"),
      new Case(true, r -> OK + type(r) + length(r, 0) + r.text()));

  @ParameterizedTest
  @CsvSource({
    "OPENAI_NEWEST, call",
    "OPENAI_NEWEST, stream",
    "OKHTTP_NEWEST, stream",
    "APACHE5_NEWEST, call",
    "APACHE5_NEWEST, stream",
  })
  void isBilledByWhatCouldBeRead(App app, String shape) throws IOException {
    int calls = CASES.size();
    try (RecordedProvider provider = RecordedProvider.start((recording, call, out) -> {
      out.write(CASES.get(call).wire().of(recording).getBytes(ISO_8859_1));
      return false;
    })) {
      Run plain = Launch.bare().repeated(app, provider.url(), shape, calls, 1, 0);
      Run watched =
          Launch.in(Environment.current()).repeated(app, provider.url(), shape, calls, 1, 0);

      Invisibility.sawTheSame(plain, watched);
      new NumberedSpans(watched, calls)
          .areBilled(call -> CASES.get(call).billed(), provider.billUsd());
    }
  }

  private static String type(Recording recording) {
    return "Content-Type: " + recording.contentType() + "\r\n";
  }

  private static String length(Recording recording, int wrongBy) {
    return "Content-Length: " + (recording.body().length + wrongBy) + "\r\n\r\n";
  }

  private static int untilUsage(Recording recording) {
    Matcher usage = USAGE.matcher(recording.text());
    if (!usage.find()) {
      throw new IllegalArgumentException("no usage in " + recording.text());
    }
    return usage.start();
  }

  private static String chunkUntilUsage(Recording recording) {
    int length = untilUsage(recording);
    return Integer.toHexString(length) + "\r\n" + recording.text().substring(0, length) + "\r\n";
  }

  /** What goes over the wire, and whether its usage can be read. */
  private record Case(boolean billed, Wire wire) {}

  /** Head and body, one char a byte. */
  private interface Wire {
    String of(Recording recording);
  }
}
