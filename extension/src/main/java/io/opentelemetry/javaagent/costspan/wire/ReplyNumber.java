package io.opentelemetry.javaagent.costspan.wire;

/** A number in a usage that is no count of ours as it stands: a format makes one of it. */
enum ReplyNumber {
  /** Input tokens without those that were read from the cache or written to it. */
  UNCACHED_INPUT,
  /** Cached input tokens under a name that counts only where the usual one is missing. */
  OTHER_CACHE_READ,
  /** Cached video tokens, which are billed as any others that are cached. */
  VIDEO_CACHE_READ,
  /** Input tokens of what a tool on the provider's side looked up, beside the input. */
  TOOL_USE_INPUT,
  /** Input tokens of images, beside the input. */
  IMAGE_INPUT_BESIDE,
  /** Tokens of the list element that is being read. */
  ELEMENT_TOKENS,
  /** Elements of the list of results. */
  RESULTS,
  /** Whether the answer is an embedding, which has no output: 1. */
  EMBEDDING,
  /** Whether pages were annotated too: 1. */
  ANNOTATED,
  /** Bedrock's own measurement, which counts where the body does not tell. */
  METERED_INPUT,
  METERED_OUTPUT,
  METERED_CACHE_READ,
  METERED_CACHE_WRITE
}
