package io.costspan.smoke;

import io.costspan.testbed.wire.RawServer;
import io.costspan.testbed.wire.Recording;
import io.costspan.testbed.wire.SelfSigned;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * What a provider answered to the first call is played to every call, as a test wants it. The calls
 * are told apart by their numbers, which begin at {@link #FIRST}.
 */
final class RecordedProvider implements AutoCloseable {
  static final int FIRST = 1_000;

  private final RecordedAnswer recorded = new RecordedAnswer();
  private final RawServer server;

  private RecordedProvider(Play play, Function<RawServer.Conversation, RawServer> listening) {
    server = listening.apply(
        (request, in, out) -> play.play(recorded.to(request), request.number() - FIRST, out));
  }

  static RecordedProvider start(Play play) {
    return new RecordedProvider(play, RawServer::start);
  }

  /** Over TLS. */
  static RecordedProvider start(SelfSigned certificate, Play play) {
    return new RecordedProvider(
        play, conversation -> RawServer.start(certificate, "http/1.1", conversation));
  }

  String url() {
    return server.url();
  }

  Recording recording() {
    return recorded.recording();
  }

  /** Of the one answer. */
  BigDecimal billUsd() {
    return recorded.billUsd();
  }

  @Override
  public void close() throws IOException {
    server.close();
    recorded.close();
  }

  /** How the recording is played. */
  @FunctionalInterface
  interface Play {
    /**
     * @param call its number, counted from 0
     * @return whether the connection stays open
     */
    boolean play(Recording recording, int call, OutputStream out) throws IOException;
  }
}
