package io.costspan.smoke.jobs;

import io.costspan.smoke.servers.Assistant;
import java.util.concurrent.CountDownLatch;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerContext;
import org.quartz.SchedulerException;

/** Calls a model twice, the second time on a thread of the SDK. */
public final class NightlyJob implements Job {
  @Override
  public void execute(JobExecutionContext execution) throws JobExecutionException {
    try {
      SchedulerContext shared = execution.getScheduler().getContext();
      Assistant assistant = (Assistant) shared.get("assistant");
      System.out.println("quartz|" + assistant.answer(31));
      System.out.println("quartz|" + assistant.answerLater(32).join());
      ((CountDownLatch) shared.get("pending")).countDown();
    } catch (SchedulerException e) {
      throw new JobExecutionException(e);
    }
  }
}
