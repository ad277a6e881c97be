package io.opentelemetry.javaagent.costspan.config;

/** Renders docs/configuration.md from the table of settings. */
final class ConfigurationReference {

  private ConfigurationReference() {}

  static String render() {
    StringBuilder page = new StringBuilder();
    page.append("""
        # Configuration

        <!-- Made from the table of settings in the code by ConfigurationReferenceTest. Do not edit: change the table, then
             run the test with -Dupdate.docs=true. -->

        Nothing has to be set. Each setting can be given in any of the three places where the OpenTelemetry Java agent is
        configured; a system property wins over an environment variable.

        | place | looks like |
        | --- | --- |
        | system property | `-Dotel.instrumentation.costspan.labels.max-tenants=50` |
        | environment variable | `OTEL_INSTRUMENTATION_COSTSPAN_LABELS_MAX_TENANTS=50` |
        | declarative configuration file (`otel.config.file`) | see [below](#in-a-declarative-configuration-file) |

        All is read once, when the agent starts. A value that cannot be used is replaced by the default, and a name that
        does not exist is ignored; the log has one warning for each. Where the default would let in what was to be kept out,
        it is replaced by what is safe: with a `tenant.pattern` or a `tenant.allow` that cannot be used every tenant is
        `invalid`, such a `baggage.trust` is `false`, and of a list of sources of which none can be used none is asked.
        Nothing here can stop the application.

        ## Settings

        | setting | default | allowed | what it does |
        | --- | --- | --- | --- |
        """);
    for (Setting<?> setting : SettingsTable.ALL) {
      page.append("| `%s` | %s | %s | %s |\n"
          .formatted(
              setting.property(), defaultOf(setting), setting.type().allowed(), setting.purpose()));
    }
    page.append("""

        As environment variables:

        """);
    for (Setting<?> setting : SettingsTable.ALL) {
      page.append("- `%s`\n".formatted(setting.environmentVariable()));
    }
    page.append("""

        ## Switches of the agent

        They belong to the agent or to OpenTelemetry, and decide about Costspan as well.

        | property | environment variable | what it does |
        | --- | --- | --- |
        """);
    for (AgentSwitch agentSwitch : AgentSwitch.ALL) {
      page.append("| `%s` | `%s` | %s |\n"
          .formatted(
              agentSwitch.property(), agentSwitch.environmentVariable(), agentSwitch.purpose()));
    }
    page.append("""

        The modules of the stock agent that report LLM calls, `openai-java` and `aws-sdk-2.2-bedrock-runtime`
        (`aws-sdk-bedrock-runtime` under the v3 preview), are off by default beside Costspan, so that a call is one span.
        Switch one on by its own name or one that it shares, e.g. `otel.instrumentation.openai-java.enabled=true`, and both
        spans are there. They are left as they are when the tap in their place is switched off.

        ## In a declarative configuration file

        The same names with underscores for hyphens, here with their defaults. What is a list separated by commas may be a
        list of the file's as well (`allow: [acme, globex]`).

        ```yaml
        file_format: "1.2"
        instrumentation/development:
          java:
            costspan:
        """);
    appendYaml(page);
    page.append("""
        ```

        Modules are switched in another place of the file, with underscores for hyphens and dots (agents up to 2.31.1 keep
        the dot), and the generation of the conventions in a third:

        ```yaml
        distribution:
          javaagent:
            instrumentation:
              disabled: [costspan_anthropic]
              enabled: [openai_java]
        instrumentation/development:
          general:
            stability_opt_in_list: gen_ai_latest_experimental
        ```

        System properties and environment variables of the first table are not read when the agent is configured by a file;
        the file can refer to them: `max_tenants: ${OTEL_INSTRUMENTATION_COSTSPAN_LABELS_MAX_TENANTS:-200}`.
        """);
    return page.toString();
  }

  private static String defaultOf(Setting<?> setting) {
    String text = SettingType.textOf(setting.defaultValue());
    return text.isEmpty() ? "none" : "`" + text + "`";
  }

  private static void appendYaml(StringBuilder page) {
    String group = "";
    for (Setting<?> setting : SettingsTable.ALL) {
      String path = setting.filePath();
      int dot = path.indexOf('.');
      String parent = dot < 0 ? "" : path.substring(0, dot);
      if (!parent.equals(group) && !parent.isEmpty()) {
        page.append("      %s:\n".formatted(parent));
      }
      group = parent;
      String value = SettingType.textOf(setting.defaultValue());
      page.append("      %s%s:%s\n"
          .formatted(
              parent.isEmpty() ? "" : "  ",
              path.substring(dot + 1),
              value.isEmpty() ? " # none" : " " + value));
    }
  }
}
