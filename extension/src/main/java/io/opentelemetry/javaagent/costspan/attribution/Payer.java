package io.opentelemetry.javaagent.costspan.attribution;

import org.jspecify.annotations.Nullable;

/** Who pays for a call, as far as it could be resolved. Immutable. */
public final class Payer {

  private static final Payer UNKNOWN = new Payer(null, null, false, null, null, null);

  private final @Nullable String tenant;
  private final @Nullable String user;
  private final boolean userHashed;
  private final @Nullable String session;
  private final @Nullable String feature;
  private final @Nullable PayerSources sources;

  Payer(
      @Nullable String tenant,
      @Nullable String user,
      boolean userHashed,
      @Nullable String session,
      @Nullable String feature,
      @Nullable PayerSources sources) {
    this.tenant = tenant;
    this.user = user;
    this.userHashed = userHashed;
    this.session = session;
    this.feature = feature;
    this.sources = sources;
  }

  /** The payer of a call about which nothing is known. */
  public static Payer unknown() {
    return UNKNOWN;
  }

  public @Nullable String tenant() {
    return tenant;
  }

  /** The user's id, or what stands for it. */
  public @Nullable String user() {
    return user;
  }

  /** Whether {@link #user()} is a keyed hash of the id. */
  public boolean isUserHashed() {
    return userHashed;
  }

  public @Nullable String session() {
    return session;
  }

  /** The part of the application that made the call, for example {@code /chat/{id}}. */
  public @Nullable String feature() {
    return feature;
  }

  /** Which sources told; null unless it was asked for. */
  public @Nullable PayerSources sources() {
    return sources;
  }
}
