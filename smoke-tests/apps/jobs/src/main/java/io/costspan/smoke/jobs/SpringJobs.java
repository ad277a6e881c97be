package io.costspan.smoke.jobs;

import io.costspan.smoke.servers.Assistant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Jobs whose next run is too far away to matter. */
@EnableScheduling
class SpringJobs {
  private final Assistant assistant;
  private final CountDownLatch pending;

  SpringJobs(Assistant assistant, CountDownLatch pending) {
    this.assistant = assistant;
    this.pending = pending;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
  void summarise() {
    System.out.println("spring|" + assistant.answer(21));
    pending.countDown();
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
  void translate() {
    StringBuilder text = new StringBuilder();
    assistant.streamLater(22, text::append).join();
    System.out.println("spring|" + text);
    pending.countDown();
  }
}
