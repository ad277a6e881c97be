package io.costspan.testbed.provider;

/** What a stream is made of: an event, a line or a frame. */
interface StreamPart {
  byte[] bytes();

  /** The same part with half of its JSON. */
  StreamPart corrupted();
}
