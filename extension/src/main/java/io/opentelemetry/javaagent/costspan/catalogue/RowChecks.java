package io.opentelemetry.javaagent.costspan.catalogue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a price must not say once its cells are decided: a discount that is none, a cache that costs
 * more, a default where the standard row shows that there is a rate of its own.
 */
final class RowChecks {

  private static final Pattern MISTRALS = Pattern.compile(
      "(labs-|open-)?(mistral|mixtral|ministral|magistral|codestral|devstral|pixtral|voxtral)-.*");

  /** Nobody's batch costs less than half; a quarter is a cell of another model. */
  private static final BigDecimal DEEPEST_DISCOUNT = BigDecimal.valueOf(4);

  private final String provider;
  private final String model;
  private final RateTable rates;
  private final List<Decision> decisions;

  RowChecks(String provider, String model, RateTable rates, List<Decision> decisions) {
    this.provider = provider;
    this.model = model;
    this.rates = rates;
    this.decisions = decisions;
  }

  void check() {
    for (Terms terms : rates.terms()) {
      dropImplausibleTier(terms);
    }
    for (Terms terms : rates.terms()) {
      checkCacheRead(terms);
      checkCacheWrite(terms);
      giveMistralItsCacheRead(terms);
      giveAudioThePriceOfText(terms);
    }
    for (Terms terms : rates.terms()) {
      if (!terms.isStandard()) {
        markNotStated(terms);
      }
    }
  }

  /** Priority that costs no more than standard, batch or flex that costs more, is a copied cell. */
  private void dropImplausibleTier(Terms terms) {
    Figure input = rates.get(terms, RateName.INPUT);
    Figure standard = rates.get(terms.tier(""), RateName.INPUT);
    boolean hasTokens = input != null || rates.get(terms, RateName.OUTPUT) != null;
    boolean isOrphan = isOfTokens(terms) && !hasTokens && !terms.isStandard();
    boolean isCopied = input != null && standard != null && isCopied(terms, input, standard);
    if (isOrphan || isCopied) {
      rates.ratesOf(terms).forEach((rate, figure) -> drop(terms, rate, Rule.IMPLAUSIBLE));
      rates.removeRow(terms);
    }
  }

  private static boolean isCopied(Terms terms, Figure input, Figure standard) {
    switch (terms.tier()) {
      case "priority":
        return !input.isAbove(standard);
      case "flex":
      case "batch":
        return input.isAbove(standard) || standard.isAbove(input.times(DEEPEST_DISCOUNT));
      default:
        return false;
    }
  }

  private boolean isOfTokens(Terms terms) {
    for (RateName rate : rates.ratesOf(terms).keySet()) {
      if (rate.per() == RateName.Per.MILLION_TOKENS) {
        return true;
      }
    }
    return false;
  }

  private void checkCacheRead(Terms terms) {
    Figure read = rates.get(terms, RateName.CACHE_READ);
    Figure input = rates.get(terms, RateName.INPUT);
    if (read != null && input != null && read.isAbove(input)) {
      rates.put(terms, RateName.CACHE_READ, Figure.UNKNOWN);
      drop(terms, RateName.CACHE_READ, Rule.IMPLAUSIBLE);
    }
  }

  /**
   * A write that costs less than plain input is a rate of something else where the provider has no
   * such offer: at OpenAI that of a read in the wrong column, at Gemini the storage for an hour.
   */
  private void checkCacheWrite(Terms terms) {
    Figure write = rates.get(terms, RateName.CACHE_WRITE_5M);
    Figure input = rates.get(terms, RateName.INPUT);
    boolean isOpenAi = provider.equals("openai") || provider.equals("azure.ai.openai");
    boolean isGemini = provider.startsWith("gcp.") && model.startsWith("gemini-");
    if (write != null && input != null && (isGemini || (isOpenAi && input.isAbove(write)))) {
      drop(terms, RateName.CACHE_WRITE_5M, Rule.IMPLAUSIBLE);
      rates.remove(terms, RateName.CACHE_WRITE_5M);
      if (isOpenAi && rates.get(terms, RateName.CACHE_READ) == null) {
        rates.put(terms, RateName.CACHE_READ, Figure.UNKNOWN);
      }
    }
  }

  /** A tenth of input, Mistral's documentation says of its own models (2026-11-21). */
  private void giveMistralItsCacheRead(Terms terms) {
    Figure input = rates.get(terms, RateName.INPUT);
    BigDecimal usd = input == null ? null : input.usd();
    if (usd != null
        && provider.equals("mistral_ai")
        && MISTRALS.matcher(model).matches()
        && rates.get(terms, RateName.OUTPUT) != null
        && rates.get(terms, RateName.CACHE_READ) == null) {
      Figure read = Figure.of(usd.movePointLeft(1));
      rates.put(terms, RateName.CACHE_READ, read);
      decisions.add(new Decision(
          terms, RateName.CACHE_READ, Collections.emptyMap(), read, Rule.PROVIDER_RULE));
    }
  }

  /** Gemini bills audio like text where it has no rate for it. */
  private void giveAudioThePriceOfText(Terms terms) {
    Figure input = rates.get(terms, RateName.INPUT);
    boolean applies = provider.startsWith("gcp.")
        && model.matches("gemini-.*")
        && !model.matches(".*(tts|image|embedding|live|audio|robotics|computer-use|vision).*")
        && rates.get(Terms.STANDARD, RateName.OUTPUT) != null
        && !hasAudioAnywhere();
    if (applies && input != null) {
      Figure audio =
          KnownErrors.isUnsettled(provider, model, RateName.AUDIO_INPUT) ? Figure.UNKNOWN : input;
      rates.put(terms, RateName.AUDIO_INPUT, audio);
      decisions.add(new Decision(
          terms, RateName.AUDIO_INPUT, Collections.emptyMap(), audio, Rule.AUDIO_AS_TEXT));
      giveCachedAudioThePriceOfCachedText(terms, audio);
    }
  }

  private void giveCachedAudioThePriceOfCachedText(Terms terms, Figure audio) {
    Figure cached = rates.get(terms, RateName.CACHE_READ);
    if (cached != null
        && !audio.equals(Figure.UNKNOWN)
        && rates.get(terms, RateName.AUDIO_CACHE_READ) == null) {
      rates.put(terms, RateName.AUDIO_CACHE_READ, cached);
    }
  }

  private boolean hasAudioAnywhere() {
    for (Decision decision : decisions) {
      if (decision.rate() == RateName.AUDIO_INPUT && decision.rule() != Rule.AUDIO_AS_TEXT) {
        return true;
      }
    }
    return false;
  }

  /** A default would bill a cached read as if there were no rate for it, and there is one. */
  private void markNotStated(Terms terms) {
    if (rates.get(terms, RateName.INPUT) == null) {
      return;
    }
    for (RateName rate : RateName.values()) {
      Figure standard = rates.get(Terms.STANDARD, rate);
      if (standard != null
          && rate.otherwise() != null
          && rates.get(terms, rate) == null
          && !standard.equals(defaultOf(rate))) {
        rates.put(terms, rate, Figure.UNKNOWN);
        decisions.add(
            new Decision(terms, rate, Collections.emptyMap(), Figure.UNKNOWN, Rule.NOT_STATED));
      }
    }
  }

  private @Nullable Figure defaultOf(RateName rate) {
    RateName otherwise = rate.otherwise();
    return otherwise == null ? null : rates.effective(Terms.STANDARD, otherwise);
  }

  private void drop(Terms terms, RateName rate, Rule rule) {
    for (Decision decision : decisions) {
      if (decision.terms().equals(terms) && decision.rate() == rate) {
        decisions.add(new Decision(terms, rate, decision.votes(), null, rule));
        return;
      }
    }
  }
}
