package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @Test
  void thePageIsWhatTheTableSays() throws IOException {
    String rendered = ConfigurationReference.render();
    if (Boolean.getBoolean("update.docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, rendered);
    }

    assertThat(PAGE).content().isEqualTo(rendered);
  }

  @Test
  void theExampleFileIsReadWithoutAComplaintAndChangesNothing() {
    Matcher example = Pattern.compile("```yaml\n(file_format.*?)```", Pattern.DOTALL)
        .matcher(ConfigurationReference.render());
    assertThat(example.find()).isTrue();

    CostspanSettings settings = CostspanSettings.of(
        new AgentSettingSource(
            Yaml.read(example.group(1))
                .getStructured("instrumentation/development")
                .getStructured("java")
                .getStructured("costspan"),
            Set.of()),
        false);

    assertThat(settings.problems()).isEmpty();
    assertThat(settings.departures()).isEmpty();
  }
}
