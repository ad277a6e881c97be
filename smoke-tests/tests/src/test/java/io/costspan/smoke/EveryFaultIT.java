package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Faults;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedSpan;
import io.costspan.testbed.provider.Bill;
import io.costspan.testbed.provider.LedgerEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each method of ours that a call comes by throws, one after the other, while calls of all shapes are
 * made: the application sees what it sees without us, no call is billed twice or at a wrong price, and
 * the next one is billed.
 */
@Tag("matrix")
class EveryFaultIT {
  private static final App APP = App.OPENAI_NEWEST;
  private static final Pattern CAME_BY = Pattern.compile("came by\\|\\[(.*)]");
  private static final Pattern CHANGED = Pattern.compile("fault (\\d+) (.*)", Pattern.DOTALL);

  /** What catches, and what stands where something of the SDK's stood: nothing is around it. */
  private static final Pattern SEAM = Pattern.compile("tap\\..*"
      + "|call\\.(LlmCalls?|Tap|TapFit|Attempt|Tee\\w+|UsageHidingStream|WireRequest)(\\$\\w+)?\\..*"
      + "|telemetry\\.Failures\\..*"
      + "|ServedRequestCustomizer\\..*"
      + "|attribution\\.HeaderPropagator\\.(inject|extract|fields)");

  /**
   * Where a call that has begun cannot be entered: it ends as one that was not seen, and the tap of
   * OkHttp below takes the request for another, which it sees.
   */
  private static final Pattern TAKEN_UP_BELOW = Pattern.compile(
      "call\\.(CallState\\.context|Reaper.*)|telemetry\\.(CallRecording|StartedCall)\\.context");

  private final List<String> wrong = new ArrayList<>();

  @Test
  void changesNothingElse(@TempDir Path directory) {
    PlantedFaults faults =
        PlantedFaults.in(directory, place -> !SEAM.matcher(place).matches());

    Run run = Launch.in(Environment.current())
        .property("smoke.patience", "20")
        .run(
            Jdks.running(),
            (command, url, refusedPort) -> command
                .extension(faults.jar())
                .classPath(List.of(APP.classPath()))
                .main(APP.mainClass(), url, "faults"));

    List<Integer> cameBy = cameBy(run.jvm().stdout(), faults);
    Map<Long, List<Attributes>> spans = run.received().spansOf(Run.SCOPE).stream()
        .map(ReceivedSpan::attributes)
        .filter(span -> span.has("gen_ai.request.max_tokens"))
        .collect(Collectors.groupingBy(span -> span.integer("gen_ai.request.max_tokens")));
    Map<Long, LedgerEntry> billed = run.ledger().entries().stream()
        .collect(Collectors.toMap(LedgerEntry::callNumber, entry -> entry, (one, same) -> same));
    for (int fault : cameBy) {
      compare(fault, faults.place(fault), spans, billed);
    }

    assertThat(wrong).isEmpty();
    assertThat(cameBy).hasSizeGreaterThan(600);
    // At each of the rooms, not of the methods: how often a method is come by is open.
    assertThat(run.received().sum("costspan.failures", Map.of())).isPositive();
  }

  private List<Integer> cameBy(List<String> stdout, PlantedFaults faults) {
    List<Integer> cameBy = new ArrayList<>();
    for (String line : stdout) {
      Matcher all = CAME_BY.matcher(line);
      Matcher changed = CHANGED.matcher(line);
      if (all.matches()) {
        List.of(all.group(1).split(", ")).forEach(fault -> cameBy.add(Integer.valueOf(fault)));
      } else if (changed.matches()) {
        String place = faults.place(Integer.parseInt(changed.group(1)));
        wrong.add(place + ": the application sees another thing " + changed.group(2));
      }
    }
    return cameBy;
  }

  private void compare(
      int fault, String place, Map<Long, List<Attributes>> spans, Map<Long, LedgerEntry> billed) {
    long first = RecordedProvider.FIRST + (long) fault * Faults.CALLS_OF_A_FAULT;
    for (long number = first; number < first + Faults.CALLS_OF_A_FAULT; number++) {
      List<Attributes> told = spans.getOrDefault(number, List.of());
      List<Double> usd = told.stream()
          .filter(span -> span.has(BilledUsd.ATTRIBUTE))
          .map(span -> span.number(BilledUsd.ATTRIBUTE))
          .toList();
      if (told.size() > 1 && !TAKEN_UP_BELOW.matcher(place).matches()) {
        wrong.add(place + ": one call is several spans: " + told);
      }
      if (!usd.isEmpty() && !usd.equals(invoiced(billed.get(number)))) {
        wrong.add(place + ": a call is billed wrongly: " + told);
      }
      if (number == first + Faults.AFTERWARDS && usd.isEmpty()) {
        wrong.add(place + ": the call afterwards is not billed: " + told);
      }
    }
  }

  private static List<Double> invoiced(LedgerEntry entry) {
    Bill bill = entry.bill();
    return bill == null ? List.of() : List.of(bill.total().doubleValue());
  }
}
