package io.costspan.testbed.provider;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/** One generation in the words of one protocol. */
interface Answer {
  /** The whole body of a call that does not stream. */
  String json();

  /** The answer to a call that streams, in three sections so that a script can stop between them. */
  Stream stream();

  /**
   * @param opening everything up to the first piece of text
   * @param text one part for each piece of text
   * @param ending everything after the last piece of text
   */
  record Stream(
      List<? extends StreamPart> opening,
      List<? extends StreamPart> text,
      List<? extends StreamPart> ending) {}

  static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
