package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom Spring Security knows: by password, by session, by token. The calls are made in a pool of two. */
@Tag("matrix")
class SpringSecurityIT {
  private static final int COUNT = 200;
  private static final long PASSWORD = 100_000;
  private static final long TOKEN = 200_000;
  private static final long OPEN = 300_000;
  private static final long AS_SYSTEM = 400_000;

  private static Run run;

  @BeforeAll
  static void run() {
    run = run(
        withClaims()
            .property("otel.instrumentation.costspan.user.from", "principal")
            .property("otel.instrumentation.costspan.user.plain", "true"),
        COUNT);
  }

  @Test
  void knowsTheUserByPasswordAndLaterBySession() {
    assertThat(calls(run, PASSWORD)).hasSize(COUNT + 2).allSatisfy(call -> {
      assertThat(call.attributes().string("user.id")).isEqualTo("user-" + number(call) % 2);
      assertThat(call.attributes().has("tenant.id")).isFalse();
    });
  }

  @Test
  void knowsUserAndTenantByTheToken() {
    assertThat(calls(run, TOKEN)).hasSize(COUNT).allSatisfy(call -> {
      assertThat(call.attributes().string("user.id")).isEqualTo("user-" + number(call) % 2);
      assertThat(call.attributes().string("tenant.id")).isEqualTo("tenant-" + number(call) % 2);
    });
  }

  @Test
  void theTokenSaysNothingOfWhoIsActedForAfterwards() {
    assertThat(calls(run, AS_SYSTEM)).hasSize(2).allSatisfy(call -> {
      assertThat(call.attributes().string("user.id")).isEqualTo("system");
      assertThat(call.attributes().has("tenant.id")).isFalse();
    });
  }

  @Test
  void norDoesItWhereTheUserIsNotReadAtAll() {
    Run silent = run(withClaims(), 10);

    assertThat(calls(silent, TOKEN))
        .hasSize(10)
        .allSatisfy(call -> assertThat(call.attributes().string("tenant.id"))
            .isEqualTo("tenant-" + number(call) % 2));
    assertThat(calls(silent, AS_SYSTEM))
        .hasSize(2)
        .noneMatch(call -> call.attributes().has("tenant.id"));
    assertThat(silent.received().spansOf(Run.SCOPE))
        .noneMatch(call -> call.attributes().has("user.hash"));
  }

  @Test
  void anonymousIsNobody() {
    assertThat(calls(run, OPEN)).hasSize(2).noneMatch(call -> call.attributes().has("user.id"));
  }

  @Test
  void tellsNobodyASecret() {
    String all =
        run.received().spans() + run.received().events().toString() + run.jvm().stderr();
    assertThat(all).doesNotContain("hunter2").doesNotContain("eyJ");
  }

  private static Launch withClaims() {
    return Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.tenant.from", "claim:org.tenant");
  }

  private static Run run(Launch launch, int count) {
    return launch.run(
        Jdks.running(),
        (command, url, refusedPort) -> command.jar(
            Artifacts.app("spring-security").resolve("target/app.jar"),
            "--provider=" + url,
            String.valueOf(count)));
  }

  private static List<ReceivedSpan> calls(Run run, long from) {
    return run.received().spansOf(Run.SCOPE).stream()
        .filter(call -> number(call) >= from && number(call) < from + 100_000)
        .toList();
  }

  private static long number(ReceivedSpan call) {
    return call.attributes().integer("gen_ai.request.max_tokens");
  }
}
