package io.opentelemetry.javaagent.costspan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar as a process: its manifest, its relocated libraries, its exit codes. */
class MainIT {

  @TempDir
  Path directory;

  @Test
  void pricesACall() throws Exception {
    CommandLine run = jar(
        "price",
        "--model",
        "gpt-4.1-mini",
        "--provider",
        "openai",
        "--input",
        "1000",
        "--output",
        "100");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    // 1,000 × 0.40 / 1e6 + 100 × 1.60 / 1e6
    assertThat(run.out())
        .contains("entry     openai/gpt-4.1-mini, book of ")
        .containsPattern("total +0\\.00056\n");
  }

  @Test
  void namesTheProvidersOfAModelThatSeveralHave() throws Exception {
    CommandLine run = jar("price", "--model", "gpt-4.1-mini", "--input", "1000", "--output", "100");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("openai", "--provider says which").hasLineCount(1);
  }

  @Test
  void answersWithoutAPriceAndWithoutACommand() throws Exception {
    assertThat(jar("price", "--model", "nobody", "--provider", "openai", "--input", "1")
            .code())
        .isEqualTo(ExitCode.UNPRICED);
    assertThat(jar("prices", "lst").code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(jar("--help").code()).isZero();
  }

  @Test
  void readsAndWritesYamlAndJson() throws Exception {
    Path file = Files.writeString(directory.resolve("own.yaml"), """
        entries: [{id: house/a, prices: [{usd_per_million_tokens: [{input: 2.00}]}]}]
        """);

    assertThat(jar("prices", "validate", file.toString()).out()).contains(": OK, 1 entry, ");
    assertThat(jar("prices", "show", "house/a", "--json", "--prices", file.toString())
            .out())
        .contains("\"value\" : \"2.00\"");
  }

  private CommandLine jar(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        System.getProperty("costspan.jar")));
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    Process process = new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new CommandLine(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
