package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the price keys of genai-prices are in our book. */
final class GenaiRates {

  private static final Map<String, RateName> TOKENS = tokens();
  private static final Map<String, RateName> THOUSANDS = thousands();
  private static final Map<String, RateName> FEES = fees();

  private static final long SECONDS_PER_HOUR = 3600;

  private GenaiRates() {}

  /** The rate per million tokens of a key; null when the key is for something else. */
  static @Nullable RateName perMillionTokens(String key) {
    return TOKENS.get(key);
  }

  /** The rate that a key of pages, searches, calls or hours is; null when we have none. */
  static @Nullable RateName other(String key, String provider, String model) {
    if (key.equals("web_searches_kcount") && provider.equals("gcp.gemini")) {
      return Grounding.of(model);
    }
    if (isAudioHours(key)) {
      // A voice session is billed by the hour in both directions, which no count of ours is.
      return model.contains("voice") ? null : RateName.AUDIO_INPUT_SECOND;
    }
    RateName fee = FEES.get(key);
    return fee == null ? THOUSANDS.get(key) : fee;
  }

  static @Nullable Figure figure(
      Numbers numbers, String key, RateName rate, JsonValue value, String place)
      throws CatalogueException {
    if (isAudioHours(key)) {
      return numbers.share(value, SECONDS_PER_HOUR, place);
    }
    return numbers.rate(value, rate.per() == RateName.Per.THOUSAND ? 0 : -3, place);
  }

  private static boolean isAudioHours(String key) {
    return key.equals("audio_hours") || key.equals("input_audio_hours");
  }

  private static Map<String, RateName> tokens() {
    Map<String, RateName> rates = new HashMap<>();
    rates.put("input_mtok", RateName.INPUT);
    rates.put("cache_read_mtok", RateName.CACHE_READ);
    rates.put("cache_write_mtok", RateName.CACHE_WRITE_5M);
    rates.put("cache_write_5m_mtok", RateName.CACHE_WRITE_5M);
    rates.put("cache_write_1h_mtok", RateName.CACHE_WRITE_1H);
    rates.put("input_audio_mtok", RateName.AUDIO_INPUT);
    rates.put("cache_audio_read_mtok", RateName.AUDIO_CACHE_READ);
    rates.put("input_image_mtok", RateName.IMAGE_INPUT);
    rates.put("cache_image_read_mtok", RateName.IMAGE_CACHE_READ);
    rates.put("input_video_mtok", RateName.VIDEO_INPUT);
    rates.put("output_mtok", RateName.OUTPUT);
    rates.put("output_reasoning_mtok", RateName.REASONING);
    rates.put("output_audio_mtok", RateName.AUDIO_OUTPUT);
    rates.put("output_image_mtok", RateName.IMAGE_OUTPUT);
    rates.put("output_video_mtok", RateName.VIDEO_OUTPUT);
    return rates;
  }

  private static Map<String, RateName> thousands() {
    Map<String, RateName> rates = new HashMap<>();
    rates.put("input_document_kpages", RateName.PAGE);
    rates.put("input_annotated_document_kpages", RateName.ANNOTATED_PAGE);
    rates.put("requests_kcount", RateName.REQUEST);
    rates.put("rerank_searches_kcount", RateName.SEARCH_UNIT);
    return rates;
  }

  private static Map<String, RateName> fees() {
    Map<String, RateName> rates = new HashMap<>();
    rates.put("web_searches_kcount", RateName.WEB_SEARCH);
    rates.put("storage_searches_kcount", RateName.FILE_SEARCH);
    rates.put("code_executions_kcount", RateName.CODE_EXECUTION);
    return rates;
  }
}
