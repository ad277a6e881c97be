package io.costspan.benchmarks;

import io.costspan.benchmarks.call.CallCost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/** What was measured, by call and variant: a batch in every round. */
final class Measurements {
  private final Map<String, Map<Variant, List<CallCost>>> byCall = new LinkedHashMap<>();

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

  /** What a variant adds to the agent without its module, in each round. */
  Sample added(String call, Variant variant, ToDoubleFunction<CallCost> figure) {
    return compared(call, variant, figure, (with, without) -> with - without);
  }

  /** How many times what the agent without its module takes, in each round. */
  Sample ratio(String call, Variant variant, ToDoubleFunction<CallCost> figure) {
    return compared(call, variant, figure, (with, without) -> with / without);
  }

  private Sample compared(
      String call,
      Variant variant,
      ToDoubleFunction<CallCost> figure,
      DoubleBinaryOperator comparison) {
    List<CallCost> with = byCall.get(call).get(variant);
    List<CallCost> without = byCall.get(call).get(Variant.AGENT);
    Sample sample = new Sample();
    for (int round = 0; round < with.size(); round++) {
      sample.add(comparison.applyAsDouble(
          figure.applyAsDouble(with.get(round)), figure.applyAsDouble(without.get(round))));
    }
    return sample;
  }
}
