package io.costspan.smoke;

import io.costspan.testbed.provider.ProviderServer;
import io.costspan.testbed.wire.RawRequest;
import io.costspan.testbed.wire.RawServer;
import io.costspan.testbed.wire.Recording;
import io.costspan.testbed.wire.SelfSigned;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered to the first call is played to every call, as a test wants it. The calls
 * are told apart by their numbers, which begin at {@link #FIRST}.
 */
final class RecordedProvider implements AutoCloseable {
  static final int FIRST = 1_000;

  private final ProviderServer provider = ProviderServer.start();
  private final RawServer server;
  private @Nullable Recording recording;

  private RecordedProvider(Play play, Function<RawServer.Conversation, RawServer> listening) {
    server = listening.apply(
        (request, in, out) -> play.play(recordingOf(request), request.number() - FIRST, out));
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

  synchronized Recording recording() {
    if (recording == null) {
      throw new IllegalStateException("nobody has called");
    }
    return recording;
  }

  /** Of the one answer. */
  BigDecimal billUsd() {
    return provider.ledger().invoicedUsd();
  }

  @Override
  public void close() throws IOException {
    server.close();
    provider.close();
  }

  private synchronized Recording recordingOf(RawRequest request) {
    if (recording == null) {
      recording = Recording.of(provider.anthropicBaseUrl(), request);
    }
    return recording;
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
