package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that decides what a call costs. Immutable. */
public final class BilledCall {

  private final String provider;
  private final @Nullable String requestModel;
  private final @Nullable String responseModel;
  private final Usage usage;
  private final BillingTerms terms;
  private final Instant at;
  private final @Nullable String tenant;

  private BilledCall(
      String provider,
      @Nullable String requestModel,
      @Nullable String responseModel,
      Usage usage,
      BillingTerms terms,
      Instant at,
      @Nullable String tenant) {
    this.provider = provider;
    this.requestModel = requestModel;
    this.responseModel = responseModel;
    this.usage = usage;
    this.terms = terms;
    this.at = at;
    this.tenant = tenant;
  }

  /**
   * @param provider value of {@code gen_ai.provider.name}
   * @param requestModel the model asked for: an alias, a snapshot, on Azure a deployment name
   * @param responseModel the model that the response names; it decides where there is one
   * @param at when the call began: prices are dated
   */
  public static BilledCall of(
      String provider,
      @Nullable String requestModel,
      @Nullable String responseModel,
      Usage usage,
      BillingTerms terms,
      Instant at) {
    return new BilledCall(provider, requestModel, responseModel, usage, terms, at, null);
  }

  /**
   * A call for which somebody pays.
   *
   * @param tenant who may have a contract of its own; null when nobody said
   */
  public static BilledCall of(
      String provider,
      @Nullable String requestModel,
      @Nullable String responseModel,
      Usage usage,
      BillingTerms terms,
      Instant at,
      @Nullable String tenant) {
    return new BilledCall(provider, requestModel, responseModel, usage, terms, at, tenant);
  }

  public String provider() {
    return provider;
  }

  public @Nullable String requestModel() {
    return requestModel;
  }

  public @Nullable String responseModel() {
    return responseModel;
  }

  public Usage usage() {
    return usage;
  }

  public BillingTerms terms() {
    return terms;
  }

  public Instant at() {
    return at;
  }

  /** Null when nobody said who pays. */
  public @Nullable String tenant() {
    return tenant;
  }

  /** One run of this call, as if it were a call. */
  BilledCall run(@Nullable String model, Usage runUsage) {
    return model == null
        ? new BilledCall(provider, requestModel, responseModel, runUsage, terms, at, tenant)
        : new BilledCall(provider, null, model, runUsage, terms, at, tenant);
  }
}
