package io.costspan.smoke;

import io.costspan.testbed.wire.Recording;

/**
 * From which byte of a stream on its usage can be known, written down from the protocols.
 *
 * @param opened how many bytes of the body have to be there for the input counts
 * @param settled how many for all counts
 */
record RecordedStream(int opened, int settled) {

  static RecordedStream of(App app, Recording recording) {
    String text = recording.text();
    return switch (app.vendor().provider()) {
      // The event before [DONE] tells everything.
      case "openai" -> atOnce(lineEnd(text, "\"usage\":{"));
      // The first event tells the input, the one before the last the output.
      case "anthropic" ->
        new RecordedStream(
            lineEnd(text, "\"type\":\"message_start\""),
            lineEnd(text, "\"type\":\"message_delta\""));
      // Every event tells the input, the last one everything.
      case "gcp.gemini" ->
        new RecordedStream(lineEnd(text, "\"usageMetadata\""), lineEnd(text, "\"finishReason\""));
      // The last frame tells everything, and a frame without its checksum is none.
      case "aws.bedrock" -> atOnce(text.length());
      default -> throw new IllegalArgumentException(app + " streams nothing that is known here");
    };
  }

  /** {@code llm.usage.status} when no more than so much of the body arrived. */
  String statusAfter(int bytes) {
    if (bytes >= settled) {
      return "measured";
    }
    return bytes >= opened ? "partial" : "absent";
  }

  private static RecordedStream atOnce(int settled) {
    return new RecordedStream(settled, settled);
  }

  /** What is there of a line is JSON when its last brace is there, with or without a line break. */
  private static int lineEnd(String text, String told) {
    int at = text.indexOf(told);
    if (at < 0) {
      throw new IllegalArgumentException("nothing says " + told + " in " + text);
    }
    return text.indexOf('\n', at);
  }
}
