package io.opentelemetry.javaagent.costspan.attribution;

import org.jspecify.annotations.Nullable;

/** Who pays for a call, as far as it could be resolved. Immutable. */
public final class Payer {

  private static final Payer UNKNOWN = new Payer(new Builder());

  private final @Nullable String tenant;
  private final @Nullable String session;
  private final @Nullable String feature;

  private Payer(Builder builder) {
    this.tenant = builder.tenant;
    this.session = builder.session;
    this.feature = builder.feature;
  }

  /** The payer of a call about which nothing is known. */
  public static Payer unknown() {
    return UNKNOWN;
  }

  public static Builder builder() {
    return new Builder();
  }

  public @Nullable String tenant() {
    return tenant;
  }

  public @Nullable String session() {
    return session;
  }

  /** The part of the application that made the call, for example {@code /chat/{id}}. */
  public @Nullable String feature() {
    return feature;
  }

  /**
   * Filled by sources in their order; the first value that is not blank stays. Each value becomes
   * one {@link PlainText}. Not thread-safe.
   */
  public static final class Builder {

    private @Nullable String tenant;
    private @Nullable String session;
    private @Nullable String feature;

    private Builder() {}

    public Builder tenant(@Nullable String value) {
      tenant = first(tenant, value);
      return this;
    }

    public Builder session(@Nullable String value) {
      session = first(session, value);
      return this;
    }

    public Builder feature(@Nullable String value) {
      feature = first(feature, value);
      return this;
    }

    public Payer build() {
      return tenant == null && session == null && feature == null ? UNKNOWN : new Payer(this);
    }

    private static @Nullable String first(@Nullable String known, @Nullable String offered) {
      return known != null ? known : PlainText.orNull(offered);
    }
  }
}
