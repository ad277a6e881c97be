package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.Set;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** The call that the options of {@code price} describe. */
final class CallOptions {

  private static final String MODEL = "model";
  private static final String PROVIDER = "provider";
  private static final String TIER = "tier";
  private static final String SPEED = "speed";
  private static final String REGION = "region";
  private static final String SIZE = "size";
  private static final String QUALITY = "quality";
  private static final String AT = "at";
  private static final String TENANT = "tenant";

  private final Words words;

  CallOptions(Words words) {
    this.words = words;
  }

  static void addTo(Options options) {
    options.addOption(Words.valued(MODEL, "ID", "the model, as the response names it"));
    options.addOption(Words.valued(PROVIDER, "NAME", "openai, anthropic, aws.bedrock, ..."));
    options.addOption(Words.valued(TIER, "NAME", "the service tier that served: flex, batch, ..."));
    options.addOption(Words.valued(SPEED, "NAME", "Anthropic's speed: fast"));
    options.addOption(Words.valued(REGION, "NAME", "where it was served: us, eu"));
    options.addOption(Words.valued(SIZE, "WxH", "size of images: 1024x1024"));
    options.addOption(Words.valued(QUALITY, "NAME", "quality of images: hd"));
    options.addOption(Words.valued(AT, "TIME", "a day or 2026-11-28T10:00:00Z; else now"));
    options.addOption(Words.valued(TENANT, "NAME", "who pays, for a contract of its own"));
    for (CountOption count : CountOption.values()) {
      options.addOption(Words.valued(count.option(), "N", count.purpose()));
    }
  }

  @Nullable
  String model() {
    return words.text(MODEL);
  }

  @Nullable
  String provider() {
    return words.text(PROVIDER);
  }

  /** The call with the counts that are written out. */
  BilledCall ofCounts(PriceBook book, Usage usage) throws WrongUsage {
    String model = model();
    if (model == null) {
      throw new WrongUsage("--model is missing: whose price is it?");
    }
    return of(provider(book, model), model, model, usage, BillingTerms.standard());
  }

  /** A call that a response describes, with what the options say besides. */
  BilledCall of(
      String provider,
      @Nullable String requestModel,
      @Nullable String responseModel,
      Usage usage,
      BillingTerms stated)
      throws WrongUsage {
    return BilledCall.of(
        provider,
        requestModel,
        responseModel,
        usage,
        terms(stated),
        words.instantOrNow(AT),
        words.text(TENANT));
  }

  private String provider(PriceBook book, String model) throws WrongUsage {
    String provider = provider();
    if (provider != null) {
      return provider;
    }
    Set<String> providers = book.providersOf(model);
    if (providers.size() == 1) {
      return providers.iterator().next();
    }
    throw new WrongUsage(
        providers.isEmpty()
            ? "no provider is known for " + model + ": --provider says which"
            : model + " is sold by " + String.join(", ", providers) + ": --provider says which");
  }

  private BillingTerms terms(BillingTerms stated) {
    BillingTerms terms = BillingTerms.of(
        or(words.text(TIER), stated.serviceTier()),
        or(words.text(SPEED), stated.speed()),
        or(words.text(REGION), stated.region()));
    return terms.forImages(
        or(words.text(SIZE), stated.imageSize()), or(words.text(QUALITY), stated.imageQuality()));
  }

  private static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }
}
