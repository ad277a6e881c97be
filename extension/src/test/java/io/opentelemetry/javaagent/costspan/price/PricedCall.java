package io.opentelemetry.javaagent.costspan.price;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.ModelRun;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A call as a test writes it down. Counts are as {@link Usage} has them: totals include parts. */
final class PricedCall {

  private final String provider;
  private @Nullable String requestModel;
  private @Nullable String responseModel;
  private @Nullable String serviceTier;
  private @Nullable String speed;
  private @Nullable String region;
  private @Nullable String imageSize;
  private @Nullable String imageQuality;
  private @Nullable String tenant;
  private Instant at = Instant.parse("2026-11-21T12:00:00Z");
  private UsageStatus status = UsageStatus.MEASURED;
  private final Usage.Builder usage = Usage.builder();

  private PricedCall(String provider) {
    this.provider = provider;
  }

  static PricedCall at(String provider) {
    return new PricedCall(provider);
  }

  static PricedCall openai(String responseModel) {
    return at("openai").responseModel(responseModel);
  }

  static PricedCall anthropic(String responseModel) {
    return at("anthropic").responseModel(responseModel);
  }

  PricedCall requestModel(String model) {
    requestModel = model;
    return this;
  }

  PricedCall responseModel(String model) {
    responseModel = model;
    return this;
  }

  PricedCall serviceTier(@Nullable String tier) {
    serviceTier = tier;
    return this;
  }

  PricedCall speed(@Nullable String value) {
    speed = value;
    return this;
  }

  PricedCall region(@Nullable String value) {
    region = value;
    return this;
  }

  PricedCall image(@Nullable String size, @Nullable String quality) {
    imageSize = size;
    imageQuality = quality;
    return this;
  }

  PricedCall by(String payer) {
    tenant = payer;
    return this;
  }

  PricedCall reported(String usd) {
    usage.reportedUsd(new BigDecimal(usd));
    return this;
  }

  /** One of the runs that the call is made of; the totals are to be given besides. */
  PricedCall run(@Nullable String model, long input, long output) {
    usage.run(ModelRun.of(
        model,
        Usage.builder()
            .set(Count.INPUT, input)
            .set(Count.OUTPUT, output)
            .build(UsageStatus.MEASURED)));
    return this;
  }

  PricedCall on(String day) {
    at = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    return this;
  }

  PricedCall when(Instant instant) {
    at = instant;
    return this;
  }

  PricedCall status(UsageStatus value) {
    status = value;
    return this;
  }

  PricedCall count(Count count, long value) {
    usage.set(count, value);
    return this;
  }

  PricedCall input(long tokens) {
    return count(Count.INPUT, tokens);
  }

  PricedCall cacheRead(long tokens) {
    return count(Count.CACHE_READ, tokens);
  }

  PricedCall cacheWrite(long tokens) {
    return count(Count.CACHE_WRITE, tokens);
  }

  PricedCall cacheWrite1h(long tokens) {
    return count(Count.CACHE_WRITE_1H, tokens);
  }

  PricedCall output(long tokens) {
    return count(Count.OUTPUT, tokens);
  }

  PricedCall reasoning(long tokens) {
    return count(Count.REASONING, tokens);
  }

  PricedCall webSearches(long searches) {
    return count(Count.WEB_SEARCHES, searches);
  }

  Quote quotedBy(Pricing pricing) {
    return pricing.quote(billed());
  }

  BilledCall billed() {
    return BilledCall.of(
        provider,
        requestModel,
        responseModel,
        usage.build(status),
        BillingTerms.of(serviceTier, speed, region).forImages(imageSize, imageQuality),
        at,
        tenant);
  }

  Cost costBy(Pricing pricing) {
    Quote quote = quotedBy(pricing);
    return requireNonNull(quote.cost(), () -> "unpriced: " + quote.reason());
  }

  BigDecimal usdBy(Pricing pricing) {
    return costBy(pricing).usd();
  }

  @Nullable
  UnpricedReason reasonBy(Pricing pricing) {
    return quotedBy(pricing).reason();
  }
}
