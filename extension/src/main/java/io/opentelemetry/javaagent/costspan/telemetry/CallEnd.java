package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import org.jspecify.annotations.Nullable;

/** What is known when a call has ended. Immutable. */
public final class CallEnd {

  private final ResponseFacts facts;
  private final Outcome outcome;
  private final @Nullable StreamEnd streamEnd;
  private final @Nullable String errorType;
  private final int resendCount;
  private final CacheUse gatewayCache;
  private final boolean billable;
  private final boolean dropped;
  private final @Nullable String batchId;

  private CallEnd(Builder builder) {
    this.facts = builder.facts;
    this.outcome = builder.outcome;
    this.streamEnd = builder.streamEnd;
    this.errorType = builder.errorType;
    this.resendCount = builder.resendCount;
    this.gatewayCache = builder.gatewayCache;
    this.billable = builder.billable;
    this.dropped = builder.dropped;
    this.batchId = builder.batchId;
  }

  public static Builder builder(ResponseFacts facts, Outcome outcome) {
    return new Builder(facts, outcome);
  }

  ResponseFacts facts() {
    return facts;
  }

  Outcome outcome() {
    return outcome;
  }

  @Nullable
  StreamEnd streamEnd() {
    return streamEnd;
  }

  @Nullable
  String errorType() {
    return errorType;
  }

  int resendCount() {
    return resendCount;
  }

  CacheUse gatewayCache() {
    return gatewayCache;
  }

  boolean isBillable() {
    return billable;
  }

  boolean isDropped() {
    return dropped || streamEnd == StreamEnd.REAPED;
  }

  /** Null for a call that is part of no batch. */
  @Nullable
  String batchId() {
    return batchId;
  }

  /** Not thread-safe. */
  public static final class Builder {

    private final ResponseFacts facts;
    private final Outcome outcome;
    private @Nullable StreamEnd streamEnd;
    private @Nullable String errorType;
    private int resendCount;
    private CacheUse gatewayCache = CacheUse.NOT_REPORTED;
    private boolean billable = true;
    private boolean dropped;
    private @Nullable String batchId;

    private Builder(ResponseFacts facts, Outcome outcome) {
      this.facts = facts;
      this.outcome = outcome;
    }

    /** What ended the stream; null, the default, when the response was none. */
    public Builder streamEnd(@Nullable StreamEnd value) {
      streamEnd = value;
      return this;
    }

    /** The provider's error code, the HTTP status or the exception's class; null: no failure. */
    public Builder errorType(@Nullable String value) {
      errorType = value;
      return this;
    }

    /** How often the SDK sent the request again. */
    public Builder resendCount(int value) {
      resendCount = value;
      return this;
    }

    /** What a gateway's own cache did; not reported by default. */
    public Builder gatewayCache(CacheUse value) {
      gatewayCache = value;
      return this;
    }

    /**
     * Whether the provider took the call on, so that a missing cost is a gap in the bill. False for
     * a call that it refused or that never reached it; true by default.
     */
    public Builder billable(boolean value) {
      billable = value;
      return this;
    }

    /**
     * Whether the application dropped the call, and only the reaper found it: it then lasted until
     * its last sign of life. False by default; a stream whose end is {@code REAPED} was dropped in
     * any case.
     */
    public Builder dropped(boolean value) {
      dropped = value;
      return this;
    }

    /** By what the results of a batch were asked for, of which this is one. */
    public Builder ofBatch(String id) {
      batchId = id;
      return this;
    }

    public CallEnd build() {
      return new CallEnd(this);
    }
  }
}
