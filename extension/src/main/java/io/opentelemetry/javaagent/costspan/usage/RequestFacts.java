package io.opentelemetry.javaagent.costspan.usage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request says about itself, its content left out. What was not sent is null. */
public final class RequestFacts {

  private final @Nullable String model;
  private final @Nullable String serviceTier;
  private final @Nullable String conversationId;
  private final @Nullable String imageSize;
  private final @Nullable String imageQuality;
  private final @Nullable Long inputCharacters;
  private final boolean streaming;
  private final boolean streamOptions;
  private final boolean asksUsage;
  private final @Nullable String reasoningEffort;
  private final Map<RequestParameter, Object> parameters;
  private final Map<String, String> fields;

  private RequestFacts(RequestFacts facts, String model) {
    this.model = model;
    this.serviceTier = facts.serviceTier;
    this.conversationId = facts.conversationId;
    this.imageSize = facts.imageSize;
    this.imageQuality = facts.imageQuality;
    this.inputCharacters = facts.inputCharacters;
    this.streaming = facts.streaming;
    this.streamOptions = facts.streamOptions;
    this.asksUsage = facts.asksUsage;
    this.reasoningEffort = facts.reasoningEffort;
    this.parameters = facts.parameters;
    this.fields = facts.fields;
  }

  private RequestFacts(Builder builder) {
    this.model = builder.model;
    this.serviceTier = builder.serviceTier;
    this.conversationId = builder.conversationId;
    this.imageSize = builder.imageSize;
    this.imageQuality = builder.imageQuality;
    this.inputCharacters = builder.inputCharacters;
    this.streaming = builder.streaming;
    this.streamOptions = builder.streamOptions;
    this.asksUsage = builder.asksUsage;
    this.reasoningEffort = builder.reasoningEffort;
    this.parameters = builder.handOver();
    this.fields = builder.fields;
  }

  public static Builder builder() {
    return new Builder();
  }

  public @Nullable String model() {
    return model;
  }

  /** The same facts, of a request for that model should it not name one itself. */
  public RequestFacts orAskingFor(@Nullable String other) {
    return model != null || other == null ? this : new RequestFacts(this, other);
  }

  /** The tier asked for; what is billed is the tier served. */
  public @Nullable String serviceTier() {
    return serviceTier;
  }

  public @Nullable String conversationId() {
    return conversationId;
  }

  /** The size of the images asked for, {@code 1024x1024}. */
  public @Nullable String imageSize() {
    return imageSize;
  }

  public @Nullable String imageQuality() {
    return imageQuality;
  }

  /** How many characters are to be spoken. */
  public @Nullable Long inputCharacters() {
    return inputCharacters;
  }

  public boolean isStreaming() {
    return streaming;
  }

  /** Whether the request says itself what its stream is to contain. */
  public boolean hasStreamOptions() {
    return streamOptions;
  }

  /** Whether the stream is to tell its usage. */
  public boolean asksUsage() {
    return asksUsage;
  }

  /** How much the model is told to reason before it answers: {@code none}, {@code low}, … */
  public @Nullable String reasoningEffort() {
    return reasoningEffort;
  }

  /** The parameters that were set, each with a value of its {@link RequestParameter#type()}. */
  public Map<RequestParameter, Object> parameters() {
    return parameters;
  }

  /** What stands in a field that was asked for by its name, {@code user} or {@code metadata.team}. */
  public @Nullable String field(String name) {
    return fields.get(name);
  }

  /** Collects facts in any order; the last value wins. Not thread-safe. */
  public static final class Builder {

    private @Nullable String model;
    private @Nullable String serviceTier;
    private @Nullable String conversationId;
    private @Nullable String imageSize;
    private @Nullable String imageQuality;
    private @Nullable Long inputCharacters;
    private boolean streaming;
    private boolean streamOptions;
    private boolean asksUsage;
    private @Nullable String reasoningEffort;
    private @Nullable EnumMap<RequestParameter, Object> parameters;
    private boolean handedOver;
    private Map<String, String> fields = Collections.emptyMap();

    private Builder() {}

    public Builder model(String value) {
      model = value;
      return this;
    }

    public Builder serviceTier(String value) {
      serviceTier = value;
      return this;
    }

    public Builder conversationId(String value) {
      conversationId = value;
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

    public Builder inputCharacters(long value) {
      inputCharacters = value;
      return this;
    }

    public Builder streaming(boolean value) {
      streaming = value;
      return this;
    }

    public Builder streamOptions(boolean value) {
      streamOptions = value;
      return this;
    }

    public Builder asksUsage(boolean value) {
      asksUsage = value;
      return this;
    }

    public Builder reasoningEffort(String value) {
      reasoningEffort = value;
      return this;
    }

    /** Throws {@code IllegalArgumentException} when the value is not of the parameter's type. */
    public Builder parameter(RequestParameter parameter, Object value) {
      if (!parameter.type().isInstance(value)) {
        throw new IllegalArgumentException(
            parameter + " cannot be " + value.getClass().getName());
      }
      own().put(parameter, value);
      return this;
    }

    /** A field that was asked for; of few names, and short. */
    public Builder field(String name, String value) {
      Map<String, String> more = new HashMap<>(fields);
      more.put(name, value);
      fields = more;
      return this;
    }

    public RequestFacts build() {
      return new RequestFacts(this);
    }

    private EnumMap<RequestParameter, Object> own() {
      if (parameters == null) {
        parameters = new EnumMap<>(RequestParameter.class);
      } else if (handedOver) {
        parameters = parameters.clone();
        handedOver = false;
      }
      return parameters;
    }

    /** The parameters for facts that were built; this copies them before it changes any. */
    private Map<RequestParameter, Object> handOver() {
      handedOver = true;
      return parameters == null ? Collections.emptyMap() : Collections.unmodifiableMap(parameters);
    }
  }
}
