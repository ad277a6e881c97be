package io.opentelemetry.javaagent.costspan.attribution;

import java.util.List;

/** What resolves who pays when nothing is set, users and methods left out. */
public final class UsualAttribution {

  private UsualAttribution() {}

  public static Attribution create() {
    return Attribution.builder()
        .tenant(
            List.of(Sources.baggage("tenant.id", true), Sources.fact(Fact.HEADER, "X-Tenant-Id")))
        .session(List.of(Sources.baggage("session.id", true)))
        .feature(List.of(
            Sources.baggage("llm.feature", true),
            Sources.route(),
            Sources.fact(Fact.DESTINATION),
            Sources.fact(Fact.JOB)))
        .build();
  }
}
