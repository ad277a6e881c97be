package io.opentelemetry.javaagent.costspan.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What LiteLLM prices by the piece, the second, the page or the search. What such a field means
 * depends on the mode of the model; where there is a price per token as well, the token is billed.
 */
final class LiteLlmUnits {

  private final Numbers numbers;
  private final JsonValue model;
  private final String place;
  private final RateTable rates;

  LiteLlmUnits(Numbers numbers, JsonValue model, String place, RateTable rates) {
    this.numbers = numbers;
    this.model = model;
    this.place = place;
    this.rates = rates;
  }

  /** Adds the rates to those per token, which are there already. */
  void add() throws CatalogueException {
    switch (String.valueOf(model.textOf("mode"))) {
      case "audio_transcription":
        first(RateName.AUDIO_INPUT_SECOND, "input_cost_per_second", "output_cost_per_second");
        break;
      case "audio_speech":
        first(RateName.INPUT_CHARACTER, "input_cost_per_character");
        first(RateName.AUDIO_OUTPUT_SECOND, "output_cost_per_second");
        break;
      case "image_generation":
      case "image_edit":
        first(RateName.IMAGE, "output_cost_per_image", "input_cost_per_image");
        break;
      case "video_generation":
        first(
            RateName.VIDEO_OUTPUT_SECOND,
            "output_cost_per_second",
            "output_cost_per_video_per_second");
        break;
      case "rerank":
        put(RateName.SEARCH_UNIT, "input_cost_per_query");
        break;
      case "ocr":
        put(RateName.PAGE, "ocr_cost_per_page");
        put(RateName.ANNOTATED_PAGE, "annotation_cost_per_page");
        break;
      default:
        addOfText();
    }
  }

  private void addOfText() throws CatalogueException {
    if ("embedding".equals(model.textOf("mode"))) {
      put(RateName.INPUT_IMAGE, "input_cost_per_image");
      put(RateName.AUDIO_INPUT_SECOND, "input_cost_per_audio_per_second");
      put(RateName.VIDEO_INPUT_SECOND, "input_cost_per_video_per_second");
    }
    first(RateName.VIDEO_INPUT_SECOND, "input_cost_per_video_per_second");
    first(RateName.INPUT_CHARACTER, "input_cost_per_character");
    first(RateName.OUTPUT_CHARACTER, "output_cost_per_character");
    put(RateName.REQUEST, "input_cost_per_request");
  }

  /** Only of a model without tokens; of several fields the first that has a price. */
  private void first(RateName rate, String... fields) throws CatalogueException {
    if (isBilledByTokens()) {
      return;
    }
    for (String field : fields) {
      put(rate, field);
    }
  }

  private boolean isBilledByTokens() {
    return rates.get(Terms.STANDARD, RateName.INPUT) != null
        || rates.get(Terms.STANDARD, RateName.AUDIO_INPUT) != null
        || rates.get(Terms.STANDARD, RateName.IMAGE_OUTPUT) != null;
  }

  private void put(RateName rate, String field) throws CatalogueException {
    Figure figure = figure(field);
    if (figure != null) {
      rates.putIfAbsent(Terms.STANDARD, rate, figure);
    }
  }

  private @Nullable Figure figure(String field) throws CatalogueException {
    return numbers.rate(model.get(field), 0, place + " " + field);
  }
}
