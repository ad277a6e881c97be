package io.costspan.demo.copilot;

import java.io.IOException;

/** One thing the assistant does; each has a route of its own. */
interface Feature {
  /**
   * Answers in one or many pieces. What the SDK throws passes through.
   *
   * @throws IOException when whoever asked has gone
   */
  void answer(String text, Reply reply) throws IOException;
}
