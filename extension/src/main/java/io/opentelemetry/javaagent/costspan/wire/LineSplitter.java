package io.opentelemetry.javaagent.costspan.wire;

/** Takes each line that is not empty as an event: newline-delimited JSON. Not thread-safe. */
final class LineSplitter implements EventSplitter {

  private final Listener listener;
  private final ByteScan scan = new ByteScan();
  private boolean hasData;

  LineSplitter(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int end = scan.find(bytes, at, to, '\n', '\r');
      line(bytes, at, end, end < to && !hasData);
      if (end < to) {
        lineEnds();
      }
      at = end + 1;
    }
    scan.letGo();
  }

  @Override
  public void endOfInput() {
    lineEnds();
  }

  /** Lines have no names. */
  @Override
  public String eventName() {
    return "";
  }

  private void line(byte[] bytes, int from, int to, boolean isWhole) {
    if (from < to) {
      hasData = true;
      if (!isWhole || !listener.repeats(bytes, from, to)) {
        listener.data(bytes, from, to);
      }
    }
  }

  private void lineEnds() {
    if (hasData) {
      listener.eventEnds();
    }
    hasData = false;
  }
}
