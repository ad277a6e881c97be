package io.opentelemetry.javaagent.costspan.wire;

/** Takes one text in pieces. What is handed over is not kept by who hands it over. */
interface TextSink {

  /** Takes the next characters, in any cut: a surrogate pair may come in two. */
  void take(char[] chars, int from, int to);

  /** The text is at its end. */
  void end();
}
