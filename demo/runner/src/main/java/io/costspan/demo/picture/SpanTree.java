package io.costspan.demo.picture;

import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.util.Comparator;
import java.util.List;

/** A span and what happened below it: one line for each, with its duration, and what it cost. */
final class SpanTree {
  private static final int WIDTH = 92;

  private final Received received;
  private final StringBuilder text = new StringBuilder();

  private SpanTree(Received received) {
    this.received = received;
  }

  static String of(Received received, ReceivedSpan root) {
    SpanTree tree = new SpanTree(received);
    tree.draw(root, "", "");
    return tree.text.toString();
  }

  /**
   * @param branch what stands before the span's own line
   * @param trunk what stands before everything below it
   */
  private void draw(ReceivedSpan span, String branch, String trunk) {
    drawHead(branch + Caption.title(span), Caption.duration(span));
    List<ReceivedSpan> children = received.childrenOf(span).stream()
        .sorted(Comparator.comparingLong(ReceivedSpan::startNanos))
        .toList();
    for (String detail : Caption.details(span)) {
      text.append(trunk)
          .append(children.isEmpty() ? "   " : "│  ")
          .append(detail)
          .append('\n');
    }
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      draw(children.get(i), trunk + (last ? "└─ " : "├─ "), trunk + (last ? "   " : "│  "));
    }
  }

  private void drawHead(String title, String duration) {
    int space = Math.max(1, WIDTH - title.length() - duration.length());
    text.append(title).append(" ".repeat(space)).append(duration).append('\n');
  }
}
