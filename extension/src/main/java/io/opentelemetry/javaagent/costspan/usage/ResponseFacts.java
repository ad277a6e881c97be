package io.opentelemetry.javaagent.costspan.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a response said about itself, its content left out. What was not said is null or empty. */
public final class ResponseFacts {

  /** The error type where something went wrong and the provider gives it no name. */
  public static final String UNNAMED_ERROR = "_OTHER";

  private final @Nullable String id;
  private final @Nullable String model;
  private final @Nullable String errorType;
  private final List<String> finishReasons;
  private final @Nullable String localServer;
  private final BillingTerms terms;
  private final Usage usage;

  private ResponseFacts(
      ResponseFacts facts, @Nullable String localServer, BillingTerms terms, Usage usage) {
    this.id = facts.id;
    this.model = facts.model;
    this.errorType = facts.errorType;
    this.finishReasons = facts.finishReasons;
    this.localServer = localServer;
    this.terms = terms;
    this.usage = usage;
  }

  private ResponseFacts(Builder builder, UsageStatus status) {
    this.id = builder.id;
    this.model = builder.model;
    this.errorType = builder.errorType;
    this.finishReasons = Collections.unmodifiableList(new ArrayList<>(builder.finishReasons));
    this.localServer = builder.localServer;
    this.terms = BillingTerms.of(builder.serviceTier, builder.speed, builder.region)
        .forImages(builder.imageSize, builder.imageQuality);
    this.usage = builder.usage.build(status);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The same facts under other terms. */
  public ResponseFacts under(BillingTerms other) {
    return new ResponseFacts(this, localServer, other, usage);
  }

  /** The same facts with another usage. */
  public ResponseFacts with(Usage other) {
    return new ResponseFacts(this, localServer, terms, other);
  }

  /**
   * The same facts of a call that a gateway says to have cost so much. What the provider says
   * itself comes first, and an amount that is negative or beyond any bill is none.
   */
  public ResponseFacts costing(BigDecimal usd) {
    return new ResponseFacts(this, localServer, terms, usage.costing(usd));
  }

  /** The same facts of a call that went to a provider which is known by its host. */
  public ResponseFacts fromKnownProvider() {
    return localServer == null ? this : new ResponseFacts(this, null, terms, usage);
  }

  public @Nullable String id() {
    return id;
  }

  public @Nullable String model() {
    return model;
  }

  /**
   * The provider's own error code or type, for a response or stream event that is an error; {@link
   * #UNNAMED_ERROR} where it tells neither.
   */
  public @Nullable String errorType() {
    return errorType;
  }

  /** One reason per choice, in the order in which they were reported. */
  public List<String> finishReasons() {
    return finishReasons;
  }

  /**
   * What runs models on one's own hardware and gave itself away in the response: {@code ollama},
   * {@code vllm} or {@code llama_cpp}. Its models share names with those that providers sell.
   */
  public @Nullable String localServer() {
    return localServer;
  }

  public BillingTerms terms() {
    return terms;
  }

  public Usage usage() {
    return usage;
  }

  /** Filled by a wire format while the response is read; the last value wins. Not thread-safe. */
  public static final class Builder {

    private static final int MAX_FINISH_REASONS = 128;

    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String errorType;
    private @Nullable String serviceTier;
    private @Nullable String speed;
    private @Nullable String region;
    private @Nullable String imageSize;
    private @Nullable String imageQuality;
    private @Nullable String localServer;
    private final List<String> finishReasons = new ArrayList<>(1);
    private final Usage.Builder usage = Usage.builder();

    private Builder() {}

    public Builder id(String value) {
      id = value;
      return this;
    }

    public Builder model(String value) {
      model = value;
      return this;
    }

    public Builder errorType(String value) {
      errorType = value;
      return this;
    }

    public Builder serviceTier(String value) {
      serviceTier = value;
      return this;
    }

    public Builder speed(String value) {
      speed = value;
      return this;
    }

    public Builder region(String value) {
      region = value;
      return this;
    }

    public Builder imageSize(String value) {
      imageSize = value;
      return this;
    }

    public Builder imageQuality(String value) {
      imageQuality = value;
      return this;
    }

    public Builder localServer(String value) {
      localServer = value;
      return this;
    }

    /** Adds a reason; past 128 they are dropped, since the provider decides how many there are. */
    public Builder finishReason(String value) {
      if (finishReasons.size() < MAX_FINISH_REASONS) {
        finishReasons.add(value);
      }
      return this;
    }

    public Usage.Builder usage() {
      return usage;
    }

    /** The model so far, for labels that are needed before the response ends. */
    public @Nullable String modelSoFar() {
      return model;
    }

    /** The facts so far; the status says how far the counts can be trusted. */
    public ResponseFacts build(UsageStatus status) {
      return new ResponseFacts(this, status);
    }
  }
}
