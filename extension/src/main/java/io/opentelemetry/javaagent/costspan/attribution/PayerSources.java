package io.opentelemetry.javaagent.costspan.attribution;

import org.jspecify.annotations.Nullable;

/** The names of the sources that told who pays, for whoever sets them up. Immutable. */
public final class PayerSources {

  private final @Nullable String tenant;
  private final @Nullable String user;
  private final @Nullable String session;
  private final @Nullable String feature;

  PayerSources(
      @Nullable String tenant,
      @Nullable String user,
      @Nullable String session,
      @Nullable String feature) {
    this.tenant = tenant;
    this.user = user;
    this.session = session;
    this.feature = feature;
  }

  public @Nullable String tenant() {
    return tenant;
  }

  public @Nullable String user() {
    return user;
  }

  public @Nullable String session() {
    return session;
  }

  public @Nullable String feature() {
    return feature;
  }
}
