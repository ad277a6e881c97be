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
    switch (row.kind()) {
      case REQUEST:
        rules.request(
            row.feature(), row.httpMethod(), row.route(), row.leastStatus(), row.mostStatus());
        break;
      case METHOD:
        rules.method(row.feature(), row.className() + '.' + row.methodName());
        break;
      default:
        rules.event(row.feature(), row.event());
    }
  }
}
