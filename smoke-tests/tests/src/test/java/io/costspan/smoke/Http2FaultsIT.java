package io.costspan.smoke;

import io.costspan.testbed.wire.Http2Server;
import io.costspan.testbed.wire.Http2Stream;
import io.costspan.testbed.wire.RawRequest;
import io.costspan.testbed.wire.RawServer;
import io.costspan.testbed.wire.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Streams over HTTP/2: whole ones, and those that the provider resets or leaves. Over OkHttp alone:
 * the JDK's client shows, drops or waits for ever for what came before a reset, without us as well.
 */
@Tag("matrix")
class Http2FaultsIT {
  private static final int INTERNAL_ERROR = 2;
  private static final int REFUSED = 7;
  private static final int CANCEL = 8;

  private final Set<Integer> seen = new HashSet<>();
  private @Nullable Recording recording;

  private final List<Fault> faults = List.of(
      Fault.never(),
      // OkHttp tries again what was refused.
      new Fault(true, true, out -> out.reset(REFUSED)),
      new Fault(false, false, out -> out.reset(INTERNAL_ERROR)),
      new Fault(false, false, out -> out.headers(type()).reset(CANCEL)),
      new Fault(false, false, out -> out.headers(type()).data(beforeUsage()).reset(CANCEL)),
      Fault.never(),
      new Fault(false, false, out -> out.headers(type()).data(beforeUsage()).reset(REFUSED)),
      // Nothing more on this connection, but for this.
      new Fault(
          false, true, out -> out.goAway(true).headers(type()).data(body()).end()),
      Fault.never(),
      // Not even this: it is asked for again, on another connection.
      new Fault(true, true, out -> out.goAway(false)),
      new Fault(false, false, out -> out.headers(type()).data(beforeUsage()).goAway(true)),
      Fault.never());

  @Test
  void areOneSpanEachAndBilledIfTheirUsageArrived() throws IOException {
    try (RecordedAnswer recorded = new RecordedAnswer();
        RawServer server =
            Http2Server.start((request, out) -> answer(recorded.to(request), request, out))) {
      Run plain = run(Launch.bare(), server.url());
      seen.clear();
      Run watched = run(Launch.in(Environment.current()), server.url());

      Invisibility.sawTheSame(plain, watched);
      new NumberedSpans(watched, faults.size())
          .areBilled(call -> faults.get(call).billed(), recorded.billUsd());
    }
  }

  private Run run(Launch launch, String url) {
    return launch
        .property("http2.without.tls", "true")
        .repeated(App.OKHTTP_NEWEST, url, "stream", faults.size(), 1, 0);
  }

  private synchronized boolean answer(Recording recorded, RawRequest request, Http2Stream out)
      throws IOException {
    recording = recorded;
    int call = request.number() - RecordedProvider.FIRST;
    boolean again = !seen.add(call);
    Fault fault = faults.get(call);
    if (fault.happening() == null || (again && fault.once())) {
      out.headers(type()).data(body()).end();
      return true;
    }
    fault.happening().to(out);
    return false;
  }

  private String type() {
    return recording.contentType();
  }

  private byte[] body() {
    return recording.body();
  }

  private byte[] beforeUsage() {
    String text = recording.text();
    return text.substring(0, text.indexOf("\"usage\":{")).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * @param once whether the same call is answered when it comes again
   * @param billed whether the usage arrives in the end
   * @param happening null when nothing is wrong
   */
  private record Fault(
      boolean once, boolean billed, @Nullable Happening happening) {
    static Fault never() {
      return new Fault(false, true, null);
    }
  }

  /** What the provider does to a stream. */
  private interface Happening {
    void to(Http2Stream out) throws IOException;
  }
}
