package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves who pays for a call, by asking the sources of each dimension in order. Thread-safe. */
public final class Attribution {

  private final Dimension tenant;
  private final Dimension user;
  private final Dimension session;
  private final Dimension feature;
  private final Admission admission;
  private final @Nullable UserHash userHash;
  private final boolean tellingSources;

  private Attribution(Builder builder) {
    this.tenant = new Dimension(builder.tenant);
    this.user = new Dimension(builder.user);
    this.session = new Dimension(builder.session);
    this.feature = new Dimension(builder.feature);
    this.admission = builder.admission;
    this.userHash = builder.userHash;
    this.tellingSources = builder.tellingSources;
  }

  /** Asks nothing, admits every tenant and hashes users with a key of its own. */
  public static Builder builder() {
    return new Builder();
  }

  /** Who pays for a call that is made in this context. Allocates the payer and nothing else. */
  public Payer resolve(Context context, CallFields call) {
    ServedRequest served = ServedRequest.in(context);
    String tenantName = tenant.resolve(context, served, call);
    String userId = user.resolve(context, served, call);
    String sessionId = session.resolve(context, served, call);
    String featureName = feature.resolve(context, served, call);
    if (tenantName == null && userId == null && sessionId == null && featureName == null) {
      return Payer.unknown();
    }
    return new Payer(
        tenantName == null ? null : admission.admit(tenantName),
        userId == null || userHash == null ? userId : userHash.of(userId),
        userHash != null,
        sessionId,
        featureName,
        tellingSources ? sources(context, served, call) : null);
  }

  /** The tenant for whom all is done in this context, be it a call or not; null when nobody knows. */
  public @Nullable String tenant(Context context) {
    String name = tenant.resolve(context, ServedRequest.in(context), CallFields.NONE);
    return name == null || admission.admits(name) ? name : Admission.INVALID;
  }

  /** What has to be known about served requests for this. */
  public NamedFacts namedFacts() {
    NamedFacts.Builder named = NamedFacts.builder();
    for (Dimension dimension : Arrays.asList(tenant, user, session, feature)) {
      dimension.nameFacts(named);
    }
    return named.build();
  }

  /** Calls whose tenant was not admitted. */
  public long invalidTenants() {
    return admission.refused();
  }

  private PayerSources sources(Context context, @Nullable ServedRequest served, CallFields call) {
    return new PayerSources(
        tenant.sourceOf(context, served, call),
        user.sourceOf(context, served, call),
        session.sourceOf(context, served, call),
        feature.sourceOf(context, served, call));
  }

  /** Not thread-safe. Of the sources of a dimension the earlier one wins. */
  public static final class Builder {

    private List<Source> tenant = Collections.emptyList();
    private List<Source> user = Collections.emptyList();
    private List<Source> session = Collections.emptyList();
    private List<Source> feature = Collections.emptyList();
    private Admission admission = Admission.ofAll();
    private @Nullable UserHash userHash = UserHash.withKey("");
    private boolean tellingSources;

    private Builder() {}

    public Builder tenant(List<Source> value) {
      tenant = value;
      return this;
    }

    public Builder user(List<Source> value) {
      user = value;
      return this;
    }

    public Builder session(List<Source> value) {
      session = value;
      return this;
    }

    public Builder feature(List<Source> value) {
      feature = value;
      return this;
    }

    public Builder admission(Admission value) {
      admission = value;
      return this;
    }

    /** Null shows users as they are. */
    public Builder userHash(@Nullable UserHash value) {
      userHash = value;
      return this;
    }

    /** Whether a payer says which sources told. */
    public Builder tellingSources(boolean value) {
      tellingSources = value;
      return this;
    }

    public Attribution build() {
      return new Attribution(this);
    }
  }
}
