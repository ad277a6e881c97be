package io.opentelemetry.javaagent.costspan.telemetry;

import io.costspan.benchmarks.inside.ProcessorReport;
import org.openjdk.jmh.runner.RunnerException;

/** What the bounded labels of a call cost, in one thread and in two. */
public final class LabelCost {

  private LabelCost() {}

  public static void main(String... args) throws RunnerException {
    ProcessorReport.printTitles("labels of a call");
    ProcessorReport report = new ProcessorReport(BoundedCalls.class);
    report.print(1);
    report.print(2);
  }
}
