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
  /** Audio input tokens, cached ones included; inside {@link #INPUT}. */
  AUDIO_INPUT,
  /** Image input tokens, cached ones included; inside {@link #INPUT}. */
  IMAGE_INPUT,
  /** Video input tokens; inside {@link #INPUT}. */
  VIDEO_INPUT,
  /** Audio tokens served from the cache; inside {@link #CACHE_READ} and {@link #AUDIO_INPUT}. */
  AUDIO_CACHE_READ,
  /** Image tokens served from the cache; inside {@link #CACHE_READ} and {@link #IMAGE_INPUT}. */
  IMAGE_CACHE_READ,
  /** Audio output tokens; inside {@link #OUTPUT}. */
  AUDIO_OUTPUT,
  /** Image output tokens; inside {@link #OUTPUT}. */
  IMAGE_OUTPUT,
  /** Video output tokens; inside {@link #OUTPUT}. */
  VIDEO_OUTPUT,

  /** Images generated, where they are billed by the piece and not by the token. */
  IMAGES,
  /** Images sent, where they are billed by the piece. */
  INPUT_IMAGES,
  /** Audio sent, in milliseconds, where it is billed by the second. */
  AUDIO_INPUT_MILLIS,
  /** Audio generated, in milliseconds. */
  AUDIO_OUTPUT_MILLIS,
  /** Video sent, in milliseconds. */
  VIDEO_INPUT_MILLIS,
  /** Video generated, in milliseconds. */
  VIDEO_OUTPUT_MILLIS,
  /** Characters sent, for example to be spoken. */
  INPUT_CHARACTERS,
  /** Characters generated. */
  OUTPUT_CHARACTERS,
  /** Pages read by a document model; without the annotated ones. */
  PAGES,
  /** Pages read and annotated. */
  ANNOTATED_PAGES,
  /** Searches of a reranker, as it counts them. */
  SEARCH_UNITS,

  /** Web searches that the provider ran on its side. */
  WEB_SEARCHES,
  /** Web searches by OpenAI's older tool, {@code web_search_preview}, which has a fee of its own. */
  WEB_SEARCH_PREVIEWS,
  /** Searches in files that the provider keeps. */
  FILE_SEARCHES,
  /** Search queries of Gemini's grounding, where each query has a fee. */
  GROUNDING_QUERIES,
  /** Grounded prompts of Gemini, where a prompt has one fee however many queries it took. */
  GROUNDED_PROMPTS,
  /** Code that the provider ran on its side. */
  CODE_EXECUTIONS,
  /** Calls of server-side tools that have a fee which the price book cannot tell. */
  OTHER_TOOL_CALLS,
  /** Model runs that are billed beside the reported totals and that could not be told apart. */
  SEPARATELY_BILLED_RUNS
}
