package io.costspan.demo.picture;

import io.costspan.demo.picture.TextTable.Align;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.otlp.ReceivedPoint;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Spend by tenant, feature and model: the metrics, added up as any backend would. */
public final class SpendTable {
  private static final List<String> METRICS =
      List.of(Names.REQUESTS, Names.TOKENS, Names.COST, Names.SAVED, Names.UNPRICED);

  private final SortedMap<String, Tenant> tenants = new TreeMap<>();
  private final Spend total = new Spend();

  private SpendTable() {}

  public static SpendTable of(Received received) {
    SpendTable table = new SpendTable();
    for (String metric : METRICS) {
      received.points(metric).forEach(table::add);
    }
    return table;
  }

  @Override
  public String toString() {
    TextTable table = new TextTable(
        Align.LEFT,
        Align.LEFT,
        Align.RIGHT,
        Align.RIGHT,
        Align.RIGHT,
        Align.RIGHT,
        Align.POINT,
        Align.POINT,
        Align.RIGHT);
    table.rule();
    table.row("", "", "calls", "in", "cached", "out", "cost USD", "saved USD", "unpriced");
    tenants.forEach((name, tenant) -> {
      table.rule();
      table.row(tenant.whole.cells(name, ""));
      tenant.parts.forEach(
          (part, spend) -> table.row(spend.cells("  " + part.feature(), part.model())));
    });
    table.rule();
    table.row(total.cells("all", ""));
    String reasons = total.unpricedReasons();
    return reasons.isEmpty() ? table.toString() : table + "Unpriced: " + reasons + ".\n";
  }

  private void add(ReceivedPoint point) {
    Attributes labels = point.attributes();
    Tenant tenant = tenants.computeIfAbsent(labels.string(Names.TENANT), name -> new Tenant());
    Part part = new Part(labels.string(Names.FEATURE), labels.string(Names.REQUEST_MODEL));
    tenant.parts.computeIfAbsent(part, spend -> new Spend()).add(point);
    tenant.whole.add(point);
    total.add(point);
  }

  private static final class Tenant {
    private final Spend whole = new Spend();
    private final SortedMap<Part, Spend> parts = new TreeMap<>();
  }

  private record Part(String feature, String model) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      int byFeature = feature.compareTo(other.feature);
      return byFeature != 0 ? byFeature : model.compareTo(other.model);
    }
  }
}
