package io.opentelemetry.javaagent.costspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command lines of docs/prices.md print what stands below them, and its files are valid. */
class PricesPageCommandsTest {

  private static final String JAR = "java -jar extension/target/costspan-0.1.0.jar ";
  private static final String RESPONSE = "3.04-anthropic-iterations.json";
  private static final String STREAM = "3.04-anthropic-stream-cumulative.txt";

  @TempDir
  Path directory;

  @Test
  void everyCommandWithOutputPrintsIt() throws IOException {
    String file = write("my-prices.yaml", blocks("yaml").get(0));
    List<String> commands =
        blocks("").stream().filter(block -> block.startsWith("$ " + JAR)).toList();

    assertThat(commands).hasSize(4);
    for (String command : commands) {
      String shown = command.replace("\\\n", " ");
      int end = shown.indexOf('\n');
      CommandLine run = run(shown.substring(2, end), RESPONSE, file);

      assertThat(run.err()).isEmpty();
      assertThat(run.out().replace(file, "my-prices.yaml")).isEqualTo(shown.substring(end + 1));
    }
  }

  @Test
  void theCommandsWithoutOutputPriceTheirResponses() throws IOException {
    List<String> commands = blocks("").stream()
        .filter(block -> block.startsWith(JAR))
        .flatMap(String::lines)
        .toList();

    assertThat(commands).hasSize(2);
    assertThat(run(commands.get(0), STREAM, "").code()).isZero();
    assertThat(run(commands.get(1), "3.07-bedrock-nova.json", "").code()).isZero();
  }

  @Test
  void everyFileIsValid() throws IOException {
    List<String> json = blocks("json");

    assertThat(json).hasSize(2);
    assertThat(blocks("yaml")).hasSize(1);
    for (String file : List.of(
        write("a.yaml", blocks("yaml").get(0)),
        write("b.json", json.get(0)),
        write("c.json", json.get(1)))) {
      CommandLine run = CommandLine.run("prices", "validate", file);

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void theCatalogueIsPricedPerToken() throws IOException {
    CommandLine run = CommandLine.run(
        "price",
        "--model",
        "my-model",
        "--input",
        "1000",
        "--output",
        "100",
        "--prices",
        write("litellm.json", blocks("json").get(1)));

    assertThat(run.code()).isZero();
    // 1,000 × 0.000002 + 100 × 0.000008
    assertThat(run.out()).containsPattern("total +0\\.0028\n");
  }

  private static CommandLine run(String command, String response, String prices)
      throws IOException {
    String[] halves = command.split(" < ");
    byte[] in = halves.length == 1 ? new byte[0] : golden(response);
    String words = halves[0].substring(JAR.length()).replace("my-prices.yaml", prices);
    return CommandLine.withInput(in, words.strip().split(" +"));
  }

  /** What stands between fences of one language. */
  private static List<String> blocks(String language) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "prices.md"));
    return Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(page)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2))
        .toList();
  }

  private static byte[] golden(String file) throws IOException {
    try (InputStream body = PricesPageCommandsTest.class.getResourceAsStream(
        "/io/opentelemetry/javaagent/costspan/golden/" + file)) {
      return body.readAllBytes();
    }
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }
}
