package io.opentelemetry.javaagent.costspan.wire;

/** A text that a document or stream event may carry and that some format reads. */
enum ReplyText {
  /** What kind of stream event it is. */
  EVENT_TYPE,
  /** {@code code} of a stream event; an error code only when the event is an error. */
  EVENT_CODE,
  ID,
  MODEL,
  SERVICE_TIER,
  SPEED,
  INFERENCE_GEO,
  /** Why the one answer of a response ended. */
  STOP_REASON,
  /** Where a response stands in its life. */
  STATUS,
  INCOMPLETE_REASON,
  /** Size of generated images, {@code 1024x1024}. */
  IMAGE_SIZE,
  IMAGE_QUALITY,
  /** What the response gives away of a server that runs models on one's own hardware. */
  LOCAL_SERVER,
  ERROR_CODE,
  /** The code of an error where it is a number, in decimal. */
  ERROR_NUMBER,
  ERROR_TYPE,
  /** Type of the list element that is being read. */
  ELEMENT_TYPE,
  /** Type of the action in the list element that is being read. */
  ACTION_TYPE,
  /** What kind of document OpenAI says that it is, or what is in it says. */
  OBJECT,
  /** That a result of a batch has an id which the caller gave it; not which. */
  CUSTOM_ID,
  /** What became of a request of a batch: an HTTP status, or Anthropic's word for it. */
  RESULT
}
