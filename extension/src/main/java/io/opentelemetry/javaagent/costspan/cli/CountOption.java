package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.usage.Count;

/** An option that says how much of something a call used. */
enum CountOption {
  INPUT("input", Count.INPUT, "input tokens, all of them: cached, written, audio included"),
  CACHED("cached", Count.CACHE_READ, "of the input, read from the provider's cache"),
  CACHE_WRITE("cache-write", Count.CACHE_WRITE, "of the input, written to the cache"),
  CACHE_WRITE_1H("cache-write-1h", Count.CACHE_WRITE_1H, "of those written, kept for an hour"),
  AUDIO_INPUT("audio-input", Count.AUDIO_INPUT, "of the input, audio"),
  IMAGE_INPUT("image-input", Count.IMAGE_INPUT, "of the input, images"),
  VIDEO_INPUT("video-input", Count.VIDEO_INPUT, "of the input, video"),
  OUTPUT("output", Count.OUTPUT, "output tokens, all of them: reasoning, audio included"),
  REASONING("reasoning", Count.REASONING, "of the output, reasoning"),
  AUDIO_OUTPUT("audio-output", Count.AUDIO_OUTPUT, "of the output, audio"),
  IMAGE_OUTPUT("image-output", Count.IMAGE_OUTPUT, "of the output, images"),
  IMAGES("images", Count.IMAGES, "images generated, where they are billed by the piece"),
  AUDIO_SECONDS("audio-seconds", Count.AUDIO_INPUT_MILLIS, "seconds of audio sent"),
  SPEECH_SECONDS("speech-seconds", Count.AUDIO_OUTPUT_MILLIS, "seconds of audio generated"),
  VIDEO_SECONDS("video-seconds", Count.VIDEO_OUTPUT_MILLIS, "seconds of video generated"),
  CHARACTERS("characters", Count.INPUT_CHARACTERS, "characters sent, to be spoken"),
  PAGES("pages", Count.PAGES, "pages read"),
  SEARCH_UNITS("search-units", Count.SEARCH_UNITS, "searches of a reranker"),
  WEB_SEARCHES("web-searches", Count.WEB_SEARCHES, "web searches that the provider ran"),
  WEB_SEARCH_PREVIEWS(
      "web-search-previews", Count.WEB_SEARCH_PREVIEWS, "those by OpenAI's web_search_preview"),
  FILE_SEARCHES("file-searches", Count.FILE_SEARCHES, "file searches that the provider ran"),
  GROUNDING_QUERIES("grounding-queries", Count.GROUNDING_QUERIES, "search queries of Gemini"),
  GROUNDED_PROMPTS("grounded-prompts", Count.GROUNDED_PROMPTS, "grounded prompts of Gemini");

  private final String option;
  private final Count count;
  private final String purpose;

  CountOption(String option, Count count, String purpose) {
    this.option = option;
    this.count = count;
    this.purpose = purpose;
  }

  String option() {
    return option;
  }

  Count count() {
    return count;
  }

  String purpose() {
    return purpose;
  }

  /** Whether it is written in seconds, with a fraction perhaps; the count is in milliseconds. */
  boolean isSeconds() {
    return option.endsWith("-seconds");
  }
}
