package io.opentelemetry.javaagent.costspan.config;

import java.util.HashSet;
import java.util.Set;

/** Tells of arguments of methods that are named and never read, or read and never named. */
final class MethodArguments {

  private final SettingReader reader;
  private final Set<Integer> named = new HashSet<>();
  private final Set<Integer> read = new HashSet<>();

  private MethodArguments(SettingReader reader) {
    this.reader = reader;
  }

  static void check(
      SettingReader reader, MethodSettings methods, TenantSettings tenant, PayerSettings payer) {
    MethodArguments arguments = new MethodArguments(reader);
    methods.rows().forEach(row -> arguments.named.add(row.tenantArgument()));
    arguments.checkSources(SettingsTable.TENANT_FROM, tenant.from());
    arguments.checkSources(SettingsTable.USER_FROM, payer.userFrom());
    arguments.checkSources(SettingsTable.SESSION_FROM, payer.sessionFrom());
    arguments.checkSources(SettingsTable.FEATURE_FROM, payer.featureFrom());
    methods.rows().forEach(arguments::checkRow);
  }

  private void checkSources(Setting<SourceList> setting, SourceList list) {
    for (SourceRow source : list.rows()) {
      if (source.kind() == SourceKind.METHOD && !source.argument().isEmpty()) {
        int argument = Integer.parseInt(source.argument());
        read.add(argument);
        if (!named.contains(argument)) {
          reader.tell(setting, source + " never answers: no row of methods names this argument");
        }
      }
    }
  }

  private void checkRow(MethodRow row) {
    int argument = row.tenantArgument();
    if (argument != MethodRow.NO_ARGUMENT && !read.contains(argument)) {
      reader.tell(
          SettingsTable.METHODS,
          "the argument of \"" + row + "\" is not read: method:" + argument + " is no source");
    }
  }
}
