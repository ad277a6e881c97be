package io.costspan.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A declarative configuration file that exports to the collector of a launch. */
final class ConfigurationFile {
  private ConfigurationFile() {}

  /** For {@link Launch#configurationFile}; the settings are top-level YAML, added at the end. */
  static Function<String, Path> in(Path directory, String settings) {
    return in(directory, settings, "");
  }

  /** The same with the processor that hears of events that are actions. */
  static Function<String, Path> hearingOfEvents(Path directory, String settings) {
    return in(directory, settings, "    - costspan_events:\n");
  }

  private static Function<String, Path> in(Path directory, String settings, String processor) {
    return collectorUrl -> {
      try (InputStream template = Launch.class.getResourceAsStream("/declarative.yaml")) {
        String yaml = new String(template.readAllBytes(), UTF_8);
        return Files.writeString(
            directory.resolve("otel.yaml"),
            yaml.replace("${smoke.collector}", collectorUrl)
                    .replace("  processors:\n", "  processors:\n" + processor)
                + settings);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
