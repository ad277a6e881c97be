package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.javaagent.costspan.action.ActionRules;
import io.opentelemetry.javaagent.costspan.config.ActionRow;
import io.opentelemetry.javaagent.costspan.config.ActionSettings;

/** The rules that the settings write down. */
final class ActionTable {

  private ActionTable() {}

  static ActionRules of(ActionSettings settings) {
    ActionRules.Builder rules = ActionRules.builder();
    settings.rows().forEach(row -> add(row, rules));
    return rules.build();
  }

  private static void add(ActionRow row, ActionRules.Builder rules) {
    String event = row.event();
    String method = row.method();
    String route = row.route();
    if (event != null) {
      rules.event(row.feature(), event);
    } else if (method != null && route != null) {
      rules.request(row.feature(), method, route, row.leastStatus(), row.mostStatus());
    }
  }
}
