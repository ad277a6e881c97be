package io.opentelemetry.javaagent.costspan.wire;

/** What the events of a stream mean, where the formats differ. */
interface StreamRules extends ReplyRules {

  /** Whether nothing that follows the event can change what was said. */
  boolean ends(Reply event);

  /** Whether the event brought a piece of the answer. */
  boolean carriesOutput(Reply event);

  /**
   * Whether the counts are final with this event.
   *
   * @param soFar what the stream said up to and including the event
   */
  boolean settlesCounts(Reply event, Reply soFar);
}
