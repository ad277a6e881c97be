package io.costspan.smoke.jobs;

import io.costspan.smoke.servers.Assistant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Two jobs of Spring and one of Quartz, each of which runs once before the application ends.
 * Argument: URL of the provider.
 */
public final class Main {
  private Main() {}

  public static void main(String... args) throws Exception {
    Assistant assistant = new Assistant(args[0]);
    CountDownLatch pending = new CountDownLatch(3);
    Scheduler quartz = new StdSchedulerFactory().getScheduler();
    quartz.getContext().put("assistant", assistant);
    quartz.getContext().put("pending", pending);
    JobDetail nightly =
        JobBuilder.newJob(NightlyJob.class).withIdentity("digest", "nightly").build();
    quartz.scheduleJob(nightly, TriggerBuilder.newTrigger().startNow().build());
    quartz.start();
    try (var spring = new AnnotationConfigApplicationContext()) {
      spring.registerBean(Assistant.class, () -> assistant);
      spring.registerBean(CountDownLatch.class, () -> pending);
      spring.register(SpringJobs.class);
      spring.refresh();
      if (!pending.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("jobs that have not ended: " + pending.getCount());
      }
    }
    quartz.shutdown(true);
    System.exit(0);
  }
}
