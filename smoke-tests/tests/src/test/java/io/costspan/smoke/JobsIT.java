package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Jobs that nobody asked for: the job is the feature, and the deployment says who pays. */
class JobsIT {
  @Test
  void everyCallBelongsToItsJob() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.tenant.from", "baggage:tenant.id,value:acme")
        .run(Jdks.running(), JobsIT::jobs);

    new PayerCheck(
            run,
            Map.of(
                21L, new ExpectedPayer("acme", null, "SpringJobs.summarise"),
                22L, new ExpectedPayer("acme", null, "SpringJobs.translate"),
                31L, new ExpectedPayer("acme", null, "nightly.digest"),
                32L, new ExpectedPayer("acme", null, "nightly.digest")))
        .all();
  }

  @Tag("matrix")
  @Test
  void theJobsDoTheSameWithoutUs() {
    Run plain = Launch.bare().run(Jdks.running(), JobsIT::jobs);
    Run run = Launch.in(Environment.current()).run(Jdks.running(), JobsIT::jobs);

    assertThat(plain.jvm().stdout()).hasSize(4);
    assertThat(run.jvm().stdout())
        .containsExactlyInAnyOrderElementsOf(plain.jvm().stdout());
  }

  private static void jobs(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(Artifacts.app("jobs").resolve("target/app")))
        .main("io.costspan.smoke.jobs.Main", url);
  }
}
