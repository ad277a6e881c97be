package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/**
 * Cuts Bedrock's streams into events: AWS's frames, as a general client gets them, or the lines in
 * which the SDK's tap shows its events. Frames begin with a length that no line begins with, while
 * both may have the head that announces frames. Not thread-safe.
 */
final class BedrockSplitter implements EventSplitter {

  /** A frame has at most 24 megabytes. */
  private static final int HIGHEST_FIRST_BYTE = 1;

  private final Listener listener;
  private @Nullable EventSplitter chosen;

  BedrockSplitter(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void feed(byte[] bytes, int from, int to) {
    if (from < to) {
      splitter(bytes[from]).feed(bytes, from, to);
    }
  }

  @Override
  public void endOfInput() {
    if (chosen != null) {
      chosen.endOfInput();
    }
  }

  @Override
  public String eventName() {
    return "";
  }

  private EventSplitter splitter(byte first) {
    if (chosen == null) {
      boolean frames = first >= 0 && first <= HIGHEST_FIRST_BYTE;
      chosen = frames ? new FrameSplitter(listener) : new LineSplitter(listener);
    }
    return chosen;
  }
}
