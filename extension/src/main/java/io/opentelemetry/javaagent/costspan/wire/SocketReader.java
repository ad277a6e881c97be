package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/** Reads what messages of one direction say of the calls of a connection. Not thread-safe. */
public final class SocketReader {

  /** An event that a wire format takes for a piece of output. */
  private static final String ANY_OUTPUT = "{\"type\":\".delta\"}";

  private final SocketEvent event = new SocketEvent();
  private final JsonPushReader<SocketEvent> json = new JsonPushReader<>(SocketEvent.SHAPE, event);

  /** Whether a client's message may say anything; most are audio, and long. */
  public static boolean mayMatter(String sent) {
    return sent.contains("\"response.create\"") || sent.contains("session.update\"");
  }

  /** What a message says, until the next is read; null when it is no JSON object. */
  public @Nullable SocketEvent read(String message) {
    event.clear();
    boolean whole;
    try {
      SocketText.write(message, json::feed);
    } finally {
      whole = json.next(); // else what a fault of ours left half read would begin the next one
    }
    return whole ? event : null;
  }

  /** Gives the buffers back until the next message. */
  public void rest() {
    json.close();
  }

  /** What a wire format is to read of a message that belongs to its call. */
  public static void show(SocketStep step, String message, ByteSink format) {
    SocketText.writeEvent(step == SocketStep.OUTPUT ? ANY_OUTPUT : message, format);
  }
}
