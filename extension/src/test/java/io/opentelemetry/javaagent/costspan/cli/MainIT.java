package io.opentelemetry.javaagent.costspan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

  /** What reads numbers of this length fast is left out of the jar. */
  @Test
  void readsNumbersOfAnyLengthWithoutWhatIsLeftOut() throws Exception {
    String digits = "9".repeat(900);
    Path response = Files.writeString(
        directory.resolve("response.json"), """
        {"object": "chat.completion", "model": "gpt-4.1-mini", "created": %s,
         "usage": {"prompt_tokens": 1000, "completion_tokens": 100.0, "cost": 0.%s, "x": 1e%s}}
        """.formatted(digits, digits, digits));

    CommandLine run = jar(response.toFile(), "price", "--json");

    assertThat(run.err()).isEmpty();
    // 1,000 × 0.40 / 1e6 + 100 × 1.60 / 1e6; an amount of 900 digits is none.
    assertThat(run.out()).contains("\"usd\" : \"0.00056\"");
  }

  private CommandLine jar(String... arguments) throws IOException, InterruptedException {
    return jar(null, arguments);
  }

  private CommandLine jar(@Nullable File in, String... arguments)
      throws IOException, InterruptedException {
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
        .redirectInput(in == null ? Redirect.PIPE : Redirect.from(in))
        .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new CommandLine(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
