package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.Explanation;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What would this call cost, and why. */
final class PriceCommand implements Command {

  private static final String PRICES = "prices";
  private static final String RESPONSE = "response";
  private static final String FORMAT = "format";
  private static final String STREAM = "stream";
  private static final String JSON = "json";

  @Override
  public String name() {
    return "price";
  }

  @Override
  public List<String> help() {
    List<String> help = Words.help(
        options(),
        "price             what would a call cost, and why",
        "",
        "By counts:      price --model gpt-4.1 --provider openai --input 1000 --cached 400",
        "By a response:  price < response.json     (only its figures are looked at)",
        "                price --provider aws.bedrock --model us.amazon.nova-pro-v1:0 < r.json",
        "                price --format anthropic.messages --stream < events.txt",
        "",
        "--input is all of the input, what is cached included. Without --provider the model must",
        "be one that a single provider has; of a response the provider is that of its format.");
    help.add("");
    help.add("Exit codes: 0 priced, 3 no price, 2 not understood.");
    return help;
  }

  @Override
  public int run(String[] arguments, Console console) throws WrongUsage, IOException {
    Words words = Words.of(options(), arguments, name());
    words.requireNoRest(name());
    PriceBook book = Books.inForce(words.text(PRICES));
    CallOptions call = new CallOptions(words);
    Explanation explanation = book.explain(
        Counts.areIn(words)
            ? call.ofCounts(book, Counts.usage(words))
            : ofResponse(words, call, console));
    if (words.has(JSON)) {
      console.write(ExplanationJson.of(explanation));
    } else {
      ExplanationText.print(explanation, console);
    }
    return explanation.quote().cost() == null ? ExitCode.UNPRICED : ExitCode.FINE;
  }

  private static BilledCall ofResponse(Words words, CallOptions call, Console console)
      throws WrongUsage, IOException {
    RecordedResponse response = RecordedResponse.read(
        words.text(RESPONSE), words.text(FORMAT), words.has(STREAM), console.in());
    ResponseFacts facts = response.facts();
    String given = call.provider();
    String local = facts.localServer();
    String told = local == null ? response.format().defaultProvider() : local;
    String model = facts.model() == null ? call.model() : facts.model();
    return call.of(given == null ? told : given, call.model(), model, facts.usage(), facts.terms());
  }

  private static Options options() {
    Options options = new Options();
    CallOptions.addTo(options);
    for (Option option : Arrays.asList(
        Words.valued(RESPONSE, "FILE", "a response; - or nothing for the input of the process"),
        Words.valued(FORMAT, "NAME", "what kind of response it is, where that cannot be told"),
        Words.flag(STREAM, "the response is a recorded event stream"),
        Words.valued(PRICES, "FILE", "a price file of your own on top of the bundled prices"),
        Words.flag(JSON, "the answer as JSON"))) {
      options.addOption(option);
    }
    return options;
  }
}
