package io.opentelemetry.javaagent.costspan.call;

import io.costspan.benchmarks.inside.ProcessorReport;
import org.openjdk.jmh.runner.RunnerException;

/** What a chat costs inside, against what its telemetry and its JSON cost whoever does nothing else. */
public final class ChatFloor {

  private ChatFloor() {}

  public static void main(String... args) throws RunnerException {
    ProcessorReport.printTitles("a chat of 1 KB");
    new ProcessorReport(ChatParts.class).print(1);
  }
}
