package io.costspan.smoke;

import io.costspan.testbed.wire.Http2Server;
import io.costspan.testbed.wire.Http2Stream;
import io.costspan.testbed.wire.RawRequest;
import io.costspan.testbed.wire.RawServer;
import io.costspan.testbed.wire.Recording;
import io.costspan.testbed.wire.SelfSigned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers that the provider resets or takes back, over HTTP/2 and TLS through the JDK's client. They
 * are read whole: to who reads event by event it hands out some of what came before a reset, or none,
 * or lets it wait for ever, without us as well.
 */
@Tag("matrix")
class Http2OverTlsIT {
  private static final int INTERNAL_ERROR = 2;
  private static final int CANCEL = 8;

  /** The answers that arrive whole, with their end. */
  private static final Set<Integer> WHOLE = Set.of(0, 2, 5, 7, 9);

  /** Whether the client hands out the last bytes before it learns of the reset is open. */
  private static final int RESET_AFTER_ALL = 6;

  private final List<Happening> happenings = List.of(
      (out, answer) -> whole(out, answer),
      (out, answer) -> out.reset(INTERNAL_ERROR),
      (out, answer) -> whole(out, answer),
      (out, answer) -> out.headers(answer.contentType()).reset(CANCEL),
      (out, answer) -> out.headers(answer.contentType()).data(half(answer)).reset(CANCEL),
      (out, answer) -> whole(out, answer),
      (out, answer) -> out.headers(answer.contentType()).data(answer.body()).reset(CANCEL),
      (out, answer) -> whole(out, answer),
      (out, answer) -> out.goAway(false),
      (out, answer) -> whole(out, answer));

  @Test
  void areOneSpanEachAndBilledIfTheyArrived(@TempDir Path directory) throws Exception {
    SelfSigned certificate = SelfSigned.in(directory.resolve("self-signed.p12"));
    try (RecordedAnswer recorded = new RecordedAnswer();
        RawServer server = Http2Server.start(
            certificate, (request, out) -> answer(recorded.to(request), request, out))) {
      Run plain = run(Launch.bare(), certificate, server.url());
      Run watched = run(Launch.in(Environment.current()), certificate, server.url());

      Invisibility.sawTheSame(plain, watched);
      NumberedSpans spans = new NumberedSpans(watched, happenings.size());
      spans.areBilled(
          call -> WHOLE.contains(call) || (call == RESET_AFTER_ALL && spans.isPriced(call)),
          recorded.billUsd());
    }
  }

  private Run run(Launch launch, SelfSigned certificate, String url) {
    return launch
        .trusting(certificate)
        .repeated(App.JDK_CLIENT, url, "call", happenings.size(), 1, 0);
  }

  private boolean answer(Recording recording, RawRequest request, Http2Stream out)
      throws IOException {
    happenings.get(request.number() - RecordedProvider.FIRST).to(out, recording);
    return true;
  }

  private static void whole(Http2Stream out, Recording answer) throws IOException {
    out.headers(answer.contentType()).data(answer.body()).end();
  }

  private static byte[] half(Recording answer) {
    String text = answer.text();
    return text.substring(0, text.indexOf("\"usage\"")).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What the provider does to a stream. */
  private interface Happening {
    void to(Http2Stream out, Recording answer) throws IOException;
  }
}
