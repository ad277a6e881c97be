package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Web applications that are redeployed fifty times leave none of their class loaders behind. Where
 * they do, what holds them is in the heap beside the application that redeploys.
 */
@Tag("matrix")
class RedeploymentIT {
  private static final String METHOD = "io.costspan.smoke.runner.Deployment#draft(0)=draft";

  @Test
  void leavesNoClassLoaderBehind() {
    Run watched = Launch.in(Environment.current())
        // Where the agent exports meanwhile, it keeps one loader, with us and without us.
        .property("otel.traces.exporter", "none")
        .property("otel.logs.exporter", "none")
        .property("otel.instrumentation.costspan.endpoints", "127.0.0.1=openai")
        .property("otel.instrumentation.costspan.methods", METHOD)
        .property("otel.instrumentation.costspan.tenant.from", "method:0")
        .run(Jdks.running(), RedeploymentIT::redeploy);

    assertThat(watched.jvm().stdout()).containsExactly("redeployed|still there 0");
    // Four calls of each deployment.
    Map<String, String> who = Map.of("tenant.id", "acme", "llm.feature", "draft");
    assertThat(watched.received().sum("llm.requests", who)).isEqualByComparingTo("200");
    assertThat(watched.received().sum("llm.requests", Map.of())).isEqualByComparingTo("200");
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
  }

  private static void redeploy(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(Artifacts.app("two-loaders").resolve("target/app")))
        .main(
            "io.costspan.smoke.loaders.Redeployed",
            url,
            Artifacts.app("two-loaders").resolve("target/redeployed.hprof").toString(),
            App.OKHTTP_NEWEST.classPath().toString(),
            "io.costspan.smoke.okhttp.WebApplication",
            "25",
            App.JDK_CLIENT.classPath().toString(),
            "io.costspan.smoke.jdk.WebApplication",
            "25");
  }
}
