package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MethodRunTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  private final Source feature = Sources.method(NamedMethod.NO_ARGUMENT);
  private final Source first = Sources.method(0);
  private final Source second = Sources.method(1);

  @BeforeEach
  void nameMethods() {
    Map<String, NamedMethod> named = new HashMap<>();
    named.put("Copilot.draft", NamedMethod.of("copilot", NamedMethod.NO_ARGUMENT));
    named.put("Jobs.run", NamedMethod.of("nightly", 0));
    named.put("Jobs.part", NamedMethod.of("part", 1));
    NamedMethods.install(named);
  }

  @AfterEach
  void nameNone() {
    NamedMethods.install(new HashMap<>());
  }

  @Test
  void holdsWhileTheMethodRuns() {
    MethodRun run = Seen.method("Jobs.run", new Object[] {"acme", 7});

    assertThat(read(feature)).isEqualTo("nightly");
    assertThat(read(first)).isEqualTo("acme");
    assertThat(read(second)).isNull();

    run.end();
    assertThat(read(feature)).isNull();
    assertThat(read(first)).isNull();
  }

  @Test
  void theInnerOneWins() {
    MethodRun outer = Seen.method("Jobs.run", new Object[] {"acme"});
    MethodRun inner = Seen.method("Jobs.part", new Object[] {"x", "umbrella"});

    assertThat(read(feature)).isEqualTo("part");
    assertThat(read(first)).as("the argument of the outer one").isNull();
    assertThat(read(second)).isEqualTo("umbrella");

    inner.end();
    assertThat(read(first)).isEqualTo("acme");
    outer.end();
  }

  @Test
  void anInnerOneThatTellsNoTenantLeavesTheOuterOnes() {
    MethodRun outer = Seen.method("Jobs.run", new Object[] {"acme"});
    MethodRun inner = Seen.method("Copilot.draft", null);

    assertThat(read(feature)).isEqualTo("copilot");
    assertThat(read(first)).isEqualTo("acme");

    inner.end();
    outer.end();
  }

  @Test
  void takesPlainArgumentsOnly() {
    assertThat(tenantOf("a\ncme")).isEqualTo("acme");
    assertThat(tenantOf(42)).isEqualTo("42");
    assertThat(tenantOf(ID)).isEqualTo("123e4567-e89b-12d3-a456-426614174000");
    assertThat(tenantOf(TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(tenantOf(new StringBuilder("not to be asked"))).isNull();
    assertThat(tenantOf(null)).isNull();
    assertThat(tenantOfAll(new Object[0])).as("an overload without arguments").isNull();
  }

  @Test
  void whoHasStartedAServerIsNotWhoItServes() {
    MethodRun start = Seen.method("Jobs.run", new Object[] {"acme"});

    Context request = ServedStart.request(Context.current(), Attributes.empty());

    assertThat(feature.read(request, ServedRequest.in(request), CallFields.NONE))
        .isNull();
    assertThat(first.read(request, ServedRequest.in(request), CallFields.NONE)).isNull();
    start.end();
  }

  @Test
  void whatIsNotNamedBeginsNothing() {
    assertThat(Seen.method("Copilot.other", null)).isNull();
  }

  private @Nullable String tenantOfAll(Object[] arguments) {
    MethodRun run = Seen.method("Jobs.run", arguments);
    try {
      return read(first);
    } finally {
      run.end();
    }
  }

  private @Nullable String tenantOf(@Nullable Object argument) {
    return tenantOfAll(new Object[] {argument});
  }

  private static @Nullable String read(Source source) {
    Context context = Context.current();
    return source.read(context, ServedRequest.in(context), CallFields.NONE);
  }
}
