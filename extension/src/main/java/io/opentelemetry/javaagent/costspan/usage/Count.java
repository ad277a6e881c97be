package io.opentelemetry.javaagent.costspan.usage;

/**
 * A number that a provider may report about a call. Totals include their parts for every provider:
 * the wire formats normalise the ones that report parts beside the total.
 */
public enum Count {
  /** All input tokens, cached reads and cache writes included. */
  INPUT,
  /** All output tokens, reasoning included. */
  OUTPUT,
  /** Input and output as the provider added them up; used only to find output it did not itemise. */
  TOTAL,
  /** Input tokens served from the provider's prompt cache; inside {@link #INPUT}. */
  CACHE_READ,
  /** Input tokens written to the provider's prompt cache, of any lifetime; inside {@link #INPUT}. */
  CACHE_WRITE,
  /** The part of {@link #CACHE_WRITE} that is kept for an hour. */
  CACHE_WRITE_1H,
  /** Output tokens spent on reasoning; inside {@link #OUTPUT}. */
  REASONING,
  /** Audio input tokens; inside {@link #INPUT}. */
  AUDIO_INPUT,
  /** Audio output tokens; inside {@link #OUTPUT}. */
  AUDIO_OUTPUT,
  /** Web searches that the provider ran on its side. */
  WEB_SEARCHES,
  /** Calls of server-side tools that have a fee which the price book cannot tell. */
  OTHER_TOOL_CALLS,
  /** Model runs that are billed beside the reported totals and whose price needs their own rule. */
  SEPARATELY_BILLED_RUNS
}
