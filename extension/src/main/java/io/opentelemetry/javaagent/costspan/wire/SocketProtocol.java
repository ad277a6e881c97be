package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/** A protocol of messages over a WebSocket, each connection of which carries many calls. Immutable. */
public final class SocketProtocol {

  private static final SocketProtocol[] ALL = {
    new SocketProtocol("responses", OpenAiResponses.OVER_SOCKET, true),
    new SocketProtocol("realtime", OpenAiRealtime.FORMAT, false)
  };

  private final String path;
  private final WireFormat responses;
  private final boolean errorsEnd;

  private SocketProtocol(String path, WireFormat responses, boolean errorsEnd) {
    this.path = path;
    this.responses = responses;
    this.errorsEnd = errorsEnd;
  }

  /**
   * The protocol of a connection, or null when it carries no calls.
   *
   * @param path of the URL, without query
   */
  public static @Nullable SocketProtocol of(String path) {
    for (SocketProtocol protocol : ALL) {
      if (protocol.endsPath(path)) {
        return protocol;
      }
    }
    return null;
  }

  /** The format that the events of a call are in. */
  public WireFormat format(boolean ofTranscription) {
    return ofTranscription ? OpenAiTranscription.FORMAT : responses;
  }

  /** Whether an error ends the response that is under way, and not only what was asked for. */
  public boolean errorsEndResponses() {
    return errorsEnd;
  }

  private boolean endsPath(String other) {
    int before = other.length() - path.length() - 1;
    return other.endsWith(path) && (before < 0 || other.charAt(before) == '/');
  }
}
