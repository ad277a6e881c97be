package io.opentelemetry.javaagent.costspan.telemetry;

import io.costspan.benchmarks.inside.ProcessorTime;
import java.util.Arrays;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Tenant, feature and model of a call, as they are shown: by who came first, and by who spends. The
 * tables are full, with 200, 100 and 100 names.
 */
@State(Scope.Benchmark)
public class BoundedCalls {

  private static final int TENANTS = 100_000;
  private static final long WEIGHT = 2_500_000; // a quarter of a cent

  private final FirstComeLabel firstTenant = new FirstComeLabel(200);
  private final FirstComeLabel firstFeature = new FirstComeLabel(100);
  private final FirstComeLabel firstModel = new FirstComeLabel(100);
  private final SpendLabel tenant = new SpendLabel(200);
  private final SpendLabel feature = new SpendLabel(100);
  private final SpendLabel model = new SpendLabel(100);
  private final InFlight adding = new InFlight();
  private final String[] tenants = new String[TENANTS];

  @Setup
  public void fill() {
    for (int i = 0; i < TENANTS; i++) {
      tenants[i] = "tenant-" + i;
    }
    for (int i = 0; i < 200; i++) {
      firstCome(tenants[i], "/feature/" + i, "model-" + i);
      bySpend(tenants[i], "/feature/" + i, "model-" + i);
    }
  }

  /** Zipf with exponent 1.1, drawn by each thread for itself. */
  @State(Scope.Thread)
  public static class Traffic {

    private static final int DRAWS = 1 << 16;

    private final int[] draws = new int[DRAWS];
    private int next;

    @Setup
    public void draw() {
      double[] upTo = new double[TENANTS];
      double sum = 0;
      for (int rank = 0; rank < TENANTS; rank++) {
        sum += Math.pow(rank + 1, -1.1);
        upTo[rank] = sum;
      }
      Random random = new Random(1);
      for (int i = 0; i < DRAWS; i++) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * sum);
        draws[i] = Math.min(at < 0 ? -at - 1 : at, TENANTS - 1);
      }
    }

    int zipf() {
      return draws[next++ & DRAWS - 1];
    }

    /** One of the thousands without a name, each as often as any other. */
    int nameless() {
      return 200 + (next++ * 7919 & 0xFFFF);
    }
  }

  @Benchmark
  public int namedFirstCome(ProcessorTime time) {
    time.count();
    return firstCome(tenants[7], "/feature/7", "model-7");
  }

  @Benchmark
  public int namedBySpend(ProcessorTime time) {
    time.count();
    return bySpend(tenants[7], "/feature/7", "model-7");
  }

  @Benchmark
  public int zipfFirstCome(Traffic traffic, ProcessorTime time) {
    time.count();
    return firstCome(tenants[traffic.zipf()], "/feature/7", "model-7");
  }

  @Benchmark
  public int zipfBySpend(Traffic traffic, ProcessorTime time) {
    time.count();
    return bySpend(tenants[traffic.zipf()], "/feature/7", "model-7");
  }

  @Benchmark
  public int namelessFirstCome(Traffic traffic, ProcessorTime time) {
    time.count();
    return firstCome(tenants[traffic.nameless()], "/feature/7", "model-7");
  }

  @Benchmark
  public int namelessBySpend(Traffic traffic, ProcessorTime time) {
    time.count();
    return bySpend(tenants[traffic.nameless()], "/feature/7", "model-7");
  }

  private int firstCome(String tenantValue, String featureValue, String modelValue) {
    return firstTenant.of(tenantValue).length()
        + firstFeature.of(featureValue).length()
        + firstModel.of(modelValue).length();
  }

  private int bySpend(String tenantValue, String featureValue, String modelValue) {
    InFlight.Cohort inside = adding.enter();
    try {
      return tenant.of(tenantValue, WEIGHT).length()
          + feature.of(featureValue, WEIGHT).length()
          + model.of(modelValue, WEIGHT).length();
    } finally {
      inside.leave();
    }
  }
}
