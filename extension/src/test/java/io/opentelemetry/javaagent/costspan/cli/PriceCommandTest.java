package io.opentelemetry.javaagent.costspan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCommandTest {

  private static final String BOOK = """
      version: 2026-11-01
      sources: {contract: ours}
      entries:
        - id: openai/house-1
          aliases: [house]
          sources: [contract]
          checked: 2026-10-31
          note: signed
          prices:
            - from: 2026-01-01
              usd_per_million_tokens:
                - {input: 2.00, cache_read: 0.50, output: 8.00}
                - {service_tier: flex, input: 1.00, cache_read: 0.25, output: 4.00}
              usd_per_thousand: {web_search: 10.00}
              usd_per_unit: [{audio_input_second: 0.0001}]
              region: {eu: 1.1}
      discounts: [{provider: anthropic, times: 0.5}]
      tenants: [{tenant: acme, discounts: [{provider: openai, times: 0.5}]}]
      """;

  @TempDir
  Path directory;

  private String prices;

  @BeforeEach
  void writePrices() throws IOException {
    prices = Files.writeString(directory.resolve("prices.yaml"), BOOK).toString();
  }

  @Test
  void saysWhatACallCostsAndWhy() {
    CommandLine run = price(
        "--model",
        "house",
        "--input",
        "1,000",
        "--cached",
        "400",
        "--output",
        "200",
        "--web-searches",
        "2",
        "--region",
        "eu",
        "--at",
        "2026-11-28T10:00:00Z");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    // (600 × 2 + 400 × 0.50 + 200 × 8) × 1.1 = 3,300 millionths, and two searches; saved 400 × 1.50
    // × 1.1
    assertThat(run.out()).isEqualTo("""
        house at openai, 2026-11-28T10:00:00Z
                              amount    USD             per      USD
          input                  600   2.20  million tokens  0.00132
          cache read             400   0.55  million tokens  0.00022
          output                 200   8.80  million tokens  0.00176
          web search               2  10.00  thousand calls     0.02
          total                                               0.0233
          saved by the cache                                 0.00066

          cost      computed from the price book
          entry     openai/house-1, book of 2026-11-01
          matched   exact id
          price     from 2026-01-01
          terms     standard
          region    rates times 1.1
          sources   contract; compared 2026-10-31
          note      signed
        """);
  }

  @Test
  void saysItToProgramsAsJson() {
    CommandLine run = price(
        "--model",
        "house-1",
        "--input",
        "1000000",
        "--output",
        "0",
        "--tier",
        "flex",
        "--tenant",
        "acme",
        "--at",
        "2026-11-28",
        "--json");

    assertThat(run.code()).isZero();
    // 1M × 1.00 × 0.5
    assertThat(run.out()).isEqualTo("""
        {
          "provider" : "openai",
          "request_model" : "house-1",
          "response_model" : "house-1",
          "at" : "2026-11-28T00:00:00Z",
          "tenant" : "acme",
          "usage_status" : "measured",
          "usd" : "0.5",
          "cost_source" : "local",
          "cache_saved_usd" : "0",
          "parts_usd" : {
            "input" : "0.5"
          },
          "entry" : "openai/house-1",
          "book_version" : "2026-11-01",
          "matched" : "exact id",
          "period" : "from 2026-01-01",
          "terms" : "flex",
          "region_times" : "1",
          "contract_times" : "0.5",
          "sources" : [
            "contract"
          ],
          "checked" : "2026-10-31",
          "note" : "signed",
          "lines" : [
            {
              "leaf" : "input",
              "kind" : "input",
              "amount" : 1000000,
              "usd_per_unit" : "0.5",
              "unit" : "million tokens",
              "usd" : "0.5"
            }
          ]
        }
        """);
  }

  @Test
  void readsAResponseAndTellsNothingOfItButFigures() throws IOException {
    CommandLine run = CommandLine.withInput(
        golden("3.04-anthropic-iterations.json"),
        "price",
        "--prices",
        prices,
        "--at",
        "2026-11-28");

    assertThat(run.code()).isZero();
    // Half of what the list says, by contract: 1.0475 / 2; see the golden amounts.
    assertThat(run.out())
        .contains("run 1: input", "run 2: cache write 1h", "0.52375", "rates times 0.5")
        .doesNotContain("Blue", "msg_F4");
  }

  @Test
  void readsAStreamWhenToldWhatItIs() throws IOException {
    CommandLine run = CommandLine.withInput(
        golden("3.04-anthropic-stream-cumulative.txt"),
        "price",
        "--format",
        "anthropic.messages",
        "--stream",
        "--at",
        "2026-11-28");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("0.0729");
  }

  @Test
  void takesTheModelFromTheOptionsWhereTheBodyHasNone() throws IOException {
    CommandLine run = CommandLine.withInput(
        golden("3.07-bedrock-titan.json"),
        "price",
        "--provider",
        "aws.bedrock",
        "--model",
        "amazon.titan-text-express-v1",
        "--at",
        "2026-11-28");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("aws.bedrock/amazon.titan-text-express-v1");
  }

  @Test
  void aLocalServersModelHasNoPrice() throws IOException {
    CommandLine run = CommandLine.withInput(golden("3.12-vllm.json"), "price");

    assertThat(run.code()).isEqualTo(ExitCode.UNPRICED);
    assertThat(run.out()).contains("at vllm", "UNPRICED (unknown_model)");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      price --input 5                              | --model is missing
      price --model nobody-1 --input 5             | no provider is known for nobody-1
      price --model gpt-4o --input 5               | --provider says which
      price --model gpt-5 --provider openai --input -5 | --input -5 is not a count
      price --model gpt-5 --provider openai --input 1.5 | --input 1.5 is not a count
      price --model gpt-5 --provider openai --input 1e9 | --input 1e9 is not a count
      price --model gpt-5 --provider openai --input 5 --cached 6 | the parts are more than the whole
      price --model gpt-5 --provider openai --input 5 --at noon | --at noon is neither
      price --model gpt-5 --input 5 --colour red   | there is no option --colour (see price --help)
      price --model gpt-5 --seconds 3              | did you mean --audio-seconds or --speech-seconds or
      price --model gpt-5 --inputs 3               | did you mean --input?
      price --model gpt-5 --input 5 extra          | extra is not expected here
      price --prices nowhere.yaml --model x --input 5 | nowhere.yaml: does not exist
      price                                        | there is neither a count
      price --response nowhere.json                | nowhere.json: does not exist
      price --response .                           | . is a directory
      price --stream --response pom.xml            | an event stream does not say what kind it is
      prices show x --at noon                      | --at noon is neither
      prices lst                                   | unknown command prices lst, did you mean prices list?
      pricee                                       | did you mean price?
      validate                                     | did you mean prices validate?
      price --format morse                         | there is neither a count
      prices                                       | unknown command prices
      prices lists                                 | known are price, prices list
      """)
  void saysInOneLineWhatIsWrong(String command, String complaint) {
    CommandLine run = CommandLine.run(command.strip().split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("costspan: ").contains(complaint).hasLineCount(1);
  }

  @Test
  void whateverIsOnStandardInputThereIsAnAnswer() throws IOException {
    byte[][] bodies = {
      golden("3.01-openai-chat.json"),
      golden("3.05-gemini-modalities.json"),
      golden("3.12-xai.json")
    };
    Random random = new Random(7);

    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = bodies[i % bodies.length].clone();
      for (int j = 0; j < 3; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(CommandLine.withInput(damaged, "price").code())
          .isIn(ExitCode.FINE, ExitCode.WRONG_USAGE, ExitCode.UNPRICED);
    }
  }

  @Test
  void anEventStreamIsSeenToBeOne() throws IOException {
    byte[] stream = golden("3.04-anthropic-stream-cumulative.txt");

    CommandLine named = CommandLine.withInput(
        stream, "price", "--format", "anthropic.messages", "--at", "2026-11-28");

    assertThat(named.code()).isZero();
    assertThat(named.out()).contains("0.0729");
    assertThat(CommandLine.withInput(stream, "price").err())
        .startsWith("costspan: an event stream does not say what kind it is: --format")
        .hasLineCount(1);
  }

  @Test
  void aModelsNameDoesNothingToATerminal() {
    String body = """
        {"object": "chat.completion", "model": "gpt-4o\\u001b[2J\\nfine\\u202e", "choices": [],
         "usage": {"prompt_tokens": 5, "completion_tokens": 1}}""";

    CommandLine run = CommandLine.withInput(body.getBytes(UTF_8), "price", "--at", "2026-11-28");

    assertThat(run.code()).isEqualTo(ExitCode.UNPRICED);
    assertThat(run.out()).isEqualTo("""
        gpt-4o?[2J?fine? at openai, 2026-11-28T00:00:00Z
                  amount       USD  per  USD
          input        5  no price
          output       1  no price

        UNPRICED (unknown_model): no book has a model of exactly this name at this time; prices list \
        shows those that are known, and a price file can add it as an entry or an alias

        """);
  }

  @Test
  void aFaultOfOursIsOneLineToo() {
    for (Throwable fault : new Throwable[] {
      new OutOfMemoryError("no\nheap"), new IllegalStateException("why"), new NoClassDefFoundError()
    }) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();

      int code = Main.run(
          new String[] {"price"}, failing(fault), new PrintStream(out), new PrintStream(err));

      assertThat(code).isEqualTo(ExitCode.FAULT);
      assertThat(out.size()).isZero();
      assertThat(err.toString(UTF_8))
          .startsWith("costspan: this is a fault of Costspan: ")
          .hasLineCount(1);
    }
  }

  private static InputStream failing(Throwable fault) {
    return new InputStream() {
      @Override
      public int read() {
        if (fault instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) fault;
      }
    };
  }

  @Test
  void saysWhatWouldHelpWhereThereIsNoPrice() {
    assertThat(price("--model", "house", "--input", "5", "--at", "2026-11-28").out())
        .contains("UNPRICED (partial_usage): only a part of what was used is known; --input and"
            + " --output both have to be there, be it as 0, and a response has to be complete\n");
    assertThat(price("--model", "house", "--pages", "2", "--input", "5", "--output", "0")
            .out())
        .contains("UNPRICED (no_price_for_unit): the entry has no rate for page; prices show has");
    assertThat(price("--model", "house", "--tier", "batch", "--input", "5", "--output", "0")
            .out())
        .contains("the entry has no rate for the tier, speed, region or size that served;");
    CommandLine before =
        price("--model", "house", "--input", "5", "--output", "0", "--at", "2025-12-31");
    assertThat(before.code()).isEqualTo(ExitCode.UNPRICED);
    assertThat(before.out()).contains("UNPRICED (unknown_model)", "at this time;");
  }

  @Test
  void everyCommandHelps() {
    for (String command : new String[] {
      "price", "prices list", "prices show", "prices validate", "prices diff", "prices import"
    }) {
      CommandLine run = CommandLine.run((command + " --help").split(" "));

      assertThat(run.code()).as(command).isZero();
      assertThat(run.out()).as(command).startsWith(command);
    }
    assertThat(CommandLine.run("--help").out()).contains("prices validate");
  }

  private CommandLine price(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "price";
    all[1] = "--prices";
    all[2] = prices;
    System.arraycopy(options, 0, all, 3, options.length);
    return CommandLine.withInput("".getBytes(UTF_8), all);
  }

  private static byte[] golden(String file) throws IOException {
    try (InputStream body = PriceCommandTest.class.getResourceAsStream(
        "/io/opentelemetry/javaagent/costspan/golden/" + file)) {
      return body.readAllBytes();
    }
  }
}
