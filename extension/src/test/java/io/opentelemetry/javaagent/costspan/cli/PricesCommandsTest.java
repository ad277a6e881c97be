package io.opentelemetry.javaagent.costspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesCommandsTest {

  private static final String A = """
      version: 2026-11-01
      entries:
        - id: openai/house-1
          aliases: [house]
          prices:
            - until: 2026-06-01
              usd_per_million_tokens: [{input: 3.00, output: 9.00}]
            - from: 2026-06-01
              windows: {peak: {days: [mon, fri], utc: ["01:00-04:00"]}}
              usd_per_million_tokens:
                - {input: 2.00, output: 8.00}
                - {window: peak, above_input_tokens: 1000, input: 4.00, output: unknown}
              usd_per_thousand: {web_search: 10.00}
              region: {eu: 1.1}
        - {id: openai/gone, prices: [{usd_per_million_tokens: [{input: 1.00}]}]}
      """;

  @TempDir
  Path directory;

  @Test
  void showsAllThatIsKnownOfAModel() throws IOException {
    String file = write("a.yaml", A);

    CommandLine run = CommandLine.run("prices", "show", "house", "--prices", file);

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("""
        openai/house-1, book of 2026-11-01
          aliases   house
          until 2026-06-01: standard
            input                 3.00  USD per million tokens
            output                9.00  USD per million tokens
          from 2026-06-01: standard
            input                 2.00  USD per million tokens
            output                8.00  USD per million tokens
          from 2026-06-01: peak, input from 1001 tokens
            input                 4.00  USD per million tokens
            output                unknown  USD per million tokens
          from 2026-06-01: any terms
            web_search            10.00  USD per thousand calls
            region eu             1.1  times
            window peak           M---F-- 01:00-04:00  UTC
        """);
    assertThat(CommandLine.run("prices", "show", "openai/house-1", "--prices", file, "--json")
            .out())
        .contains("\"id\" : \"openai/house-1\"", "\"value\" : \"unknown\"");
    assertThat(CommandLine.run("prices", "show", "nothing").code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(CommandLine.run("prices", "show").code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void listsTheModelsOfAProvider() throws IOException {
    CommandLine run =
        CommandLine.run("prices", "list", "--provider", "openai", "--prices", write("a.yaml", A));

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("openai/house-1", "openai/gpt-4.1-mini")
        .doesNotContain("anthropic/");
    assertThat(CommandLine.run("prices", "list", "--provider", "nobody").code())
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(
            CommandLine.run("prices", "list", "--provider", "cohere", "--json").out())
        .startsWith("[")
        .contains("\"id\" : \"cohere/");
  }

  @Test
  void validatesPriceFilesAndSaysWhatIsWrongWhere() throws IOException {
    String good = write("good.yaml", A + "discounts: [{provider: openai, times: 0.9}]\n");
    String bad = write("bad.yaml", A.replace("3.00", "three"));
    String catalogue = write("litellm.json", """
        {"gpt-9": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-06,
                   "output_cost_per_token": 2e-06}}""");

    assertThat(CommandLine.run("prices", "validate", good))
        .isEqualTo(new CommandLine(
            0, good + ": OK, 2 entries, 1 alias, 1 discount, 0 free, 0 tenants\n", ""));
    assertThat(CommandLine.run("prices", "validate", catalogue).out()).contains(": OK, 1 entry, ");
    CommandLine both = CommandLine.run("prices", "validate", good, bad);
    assertThat(both.code()).isEqualTo(ExitCode.NO);
    assertThat(both.err())
        .isEqualTo(bad + ", line 7, entry openai/house-1: prices[0].usd_per_million_tokens[0].input"
            + " \"three\" is not a decimal such as \"0.40\"\n");
    assertThat(CommandLine.run("prices", "validate").code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void countsWhatIsAgreedWithSingleTenantsToo() throws IOException {
    String file = write("tenants.yaml", """
        aliases: [{id: azure.ai.openai/chat, as: openai/gpt-4.1}]
        discounts: [{provider: openai, times: 0.9}]
        free: [ollama]
        tenants:
          - tenant: acme
            entries: [{id: openai/acme-1, aliases: [a], prices: [{usd_per_million_tokens: [{input: 1.00}]}]}]
            discounts: [{provider: openai, times: 0.7}]
            free: [vllm, llama_cpp]
        """);

    assertThat(CommandLine.run("prices", "validate", file))
        .isEqualTo(new CommandLine(
            0, file + ": OK, 1 entry, 2 aliases, 2 discounts, 3 free, 1 tenant\n", ""));
  }

  @Test
  void warnsOfARateThatIsFarFromTheBundledOne() throws IOException {
    String perToken = write("far.yaml", """
        entries:
          - id: openai/gpt-4.1-mini
            prices: [{usd_per_million_tokens: [{input: 0.0000004, output: 1.60}]}]
          - id: openai/house-1
            prices: [{usd_per_million_tokens: [{input: 400, output: 1600}]}]
        """);
    String near = write("near.yaml", """
        entries:
          - id: openai/gpt-4.1-mini
            prices: [{usd_per_million_tokens: [{input: 0.04, output: 16.00}]}]
        """);

    assertThat(CommandLine.run("prices", "validate", perToken))
        .isEqualTo(new CommandLine(
            0,
            perToken + ": OK, 2 entries, 0 aliases, 0 discounts, 0 free, 0 tenants\n",
            perToken
                + ": warning: openai/gpt-4.1-mini: standard, input is 0.0000004 USD per million"
                + " tokens, in the bundled book 0.40\n"));
    // Exactly ten times is not more than ten times.
    assertThat(CommandLine.run("prices", "validate", near).err()).isEmpty();
  }

  @Test
  void showsThePriceOfADay() throws IOException {
    String file = write("a.yaml", A);

    assertThat(CommandLine.run(
            "prices", "show", "openai/house-1", "--at", "2026-05-31", "--prices", file))
        .isEqualTo(new CommandLine(0, """
            openai/house-1, book of 2026-11-01
              aliases   house
              until 2026-06-01: standard
                input                 3.00  USD per million tokens
                output                9.00  USD per million tokens
            """, ""));
    String later = write(
        "later.yaml",
        A.replace("- until: 2026-06-01", "- {from: 2026-05-01, until: 2026-06-01")
            .replace(
                "  usd_per_million_tokens: [{input: 3.00, output: 9.00}]",
                ", usd_per_million_tokens: [{input: 3.00, output: 9.00}]}"));
    assertThat(CommandLine.run(
                "prices", "show", "openai/house-1", "--at", "2026-04-30", "--prices", later)
            .out())
        .contains("no price was in force then");
    assertThat(CommandLine.run("prices", "show", "openai/house-1", "--at", "noon", "--prices", file)
            .code())
        .isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void listsWithTheRatesOfTheDay() throws IOException {
    String file = write("own.yaml", A.replace("openai/", "house/"));

    // What begins on 2026-06-01 is not the price of the day before.
    assertThat(CommandLine.run(
            "prices", "list", "--provider", "house", "--prices", file, "--at", "2026-05-31"))
        .isEqualTo(new CommandLine(0, """
              id             aliases  input  output  sources
              house/gone               1.00
              house/house-1        1   3.00    9.00
            2 models; USD per million tokens, standard terms, price of the day
            """, ""));
    assertThat(CommandLine.run(
                "prices", "list", "--provider", "house", "--prices", file, "--at", "2026-06-01")
            .out())
        .contains("house/house-1        1   2.00    8.00");
  }

  @Test
  void tellsWhatDiffersInContracts() throws IOException {
    String a = write("a.yaml", """
        aliases: [{id: azure.ai.openai/chat, as: openai/gpt-4.1}]
        discounts: [{provider: openai, times: 0.9}, {provider: cohere, times: 0.8}]
        free: [ollama]
        tenants: [{tenant: acme, discounts: [{model: openai/gpt-5, times: 0.7}]}]
        """);
    String b = write("b.yaml", """
        aliases: [{id: azure.ai.openai/chat, as: openai/gpt-4.1, region: eu}]
        discounts: [{provider: openai, times: 0.5}, {provider: cohere, times: 0.8}]
        free: [vllm]
        tenants: [{tenant: acme, discounts: [{model: openai/gpt-5, times: 0.7, until: 2027-01-01}]}]
        """);

    assertThat(CommandLine.run("prices", "diff", a, b)).isEqualTo(new CommandLine(1, """
          alias azure.ai.openai/chat  always  openai/gpt-4.1 -> openai/gpt-4.1, region eu
          discount openai  always  0.9 -> 0.5
        - free ollama
        + free vllm
          tenant acme: discount openai/gpt-5  always  0.7 -> nothing
          tenant acme: discount openai/gpt-5  until 2027-01-01  nothing -> 0.7
        6 differences
        """, ""));
    assertThat(CommandLine.run("prices", "diff", b, b))
        .isEqualTo(new CommandLine(0, "no difference\n", ""));
  }

  @Test
  void tellsWhatDiffers() throws IOException {
    String a = write("a.yaml", A);
    String b = write(
        "b.yaml", A.replace("openai/gone", "openai/come").replace("input: 2.00", "input: 1.50"));

    CommandLine run = CommandLine.run("prices", "diff", a, b);

    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(run.out()).isEqualTo("""
        + openai/come
        - openai/gone
          openai/house-1  from 2026-06-01, standard, input  2.00 -> 1.50
        3 differences
        """);
    assertThat(CommandLine.run("prices", "diff", a, a))
        .isEqualTo(new CommandLine(0, "no difference\n", ""));
    assertThat(CommandLine.run("prices", "diff", "bundled", a).out()).contains("+ openai/house-1");
    assertThat(CommandLine.run("prices", "diff", a).code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void importsABookOfWhatIsCuratedAndListed() throws IOException {
    String curated = write("curated.json", """
        {"sources": {"genai-prices": "of 2026-09-23", "pi-ai": "of 2026-11-10", "litellm": "of 2026-08-01",
                     "langfuse": "of 2026-08-22", "contract": "of 2026-11-01"},
         "entries": [
          {"id": "openai/house-1", "sources": ["contract"], "checked": "2026-11-01", "prices": [
            {"usd_per_million_tokens": [{"input": "1.00", "output": "2.00"}]}]}]}""");
    String catalogue = write("litellm.json", """
        {"gpt-9": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-06,
                   "output_cost_per_token": 2e-06}}""");
    String out = directory.resolve("book.json").toString();

    CommandLine run = CommandLine.run(
        "prices",
        "import",
        "--curated",
        curated,
        "--litellm",
        catalogue,
        "--version",
        "2026-11-28",
        "--out",
        out);

    assertThat(run).isEqualTo(new CommandLine(0, out + ": 2 models, 1 of them curated\n", ""));
    assertThat(
            CommandLine.run("prices", "show", "openai/gpt-9", "--prices", out).out())
        .contains("input                 1.00", "output                2.00");
    assertThat(CommandLine.run("prices", "import", "--curated", catalogue, "--out", out)
            .err())
        .hasLineCount(1);
    assertThat(CommandLine.run("prices", "import", "--out", out).code())
        .isEqualTo(ExitCode.WRONG_USAGE);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }
}
