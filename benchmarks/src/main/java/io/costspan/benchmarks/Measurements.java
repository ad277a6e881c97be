package io.costspan.benchmarks;

import io.costspan.benchmarks.call.CallCost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What was measured, by call and variant: the batches of all JVMs together. */
final class Measurements {
  private final Map<String, Map<Variant, List<CallCost>>> byCall = new TreeMap<>();

  void add(Variant variant, CallCost cost) {
    byCall
        .computeIfAbsent(cost.call(), call -> new EnumMap<>(Variant.class))
        .computeIfAbsent(variant, v -> new ArrayList<>())
        .add(cost);
  }

  List<String> calls() {
    return new ArrayList<>(byCall.keySet());
  }

  Sample sample(String call, Variant variant, ToDoubleFunction<CallCost> figure) {
    Sample sample = new Sample();
    byCall.get(call).get(variant).forEach(cost -> sample.add(figure.applyAsDouble(cost)));
    return sample;
  }
}
