package io.opentelemetry.javaagent.costspan.wire;

/** What the events of a stream mean, where the formats differ. */
interface StreamRules extends ReplyRules {

  /**
   * Whether events of that name say anything; those that do not may have any data.
   *
   * @param eventName empty for an event without a name
   */
  default boolean reads(String eventName) {
    return true;
  }

  /**
   * Whether a usage says all that is known so far: then what an earlier one said besides is
   * forgotten, and not kept field by field.
   */
  default boolean restatesUsage() {
    return false;
  }

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

  /** Whether counts that were final are not so any more; asked of events that do not settle them. */
  default boolean unsettlesCounts(Reply event, Reply soFar) {
    return false;
  }
}
