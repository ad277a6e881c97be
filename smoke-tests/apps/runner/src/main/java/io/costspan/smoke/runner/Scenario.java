package io.costspan.smoke.runner;

import java.util.Locale;
import java.util.Set;

/**
 * Everything an application does, one LLM call each. The number is the call's limit of output
 * tokens, so that it comes back as {@code gen_ai.request.max_tokens} and in the provider's ledger;
 * embeddings have no such limit and use it as their number of input tokens. The script is what the
 * provider is asked to do, in the prompt.
 */
public enum Scenario {
  SYNC(2101, "plain"),
  ASYNC(2102, "plain", Feature.ASYNC),
  STREAM(2103, "plain", Feature.STREAMS),
  STREAM_CLOSED_EARLY(2104, "stream-held", Feature.STREAMS),
  STREAM_CUT_OFF(2105, "stream-cut-off", Feature.STREAMS),
  STREAM_WITHOUT_USAGE(2106, "missing-usage", Feature.STREAMS),
  ASYNC_STREAM(2107, "plain", Feature.ASYNC_STREAMS),
  RAW_PARSED(2108, "plain", Feature.RAW_RESPONSES),
  RAW_UNREAD(2109, "plain", Feature.RAW_RESPONSES),
  WITH_OPTIONS(2110, "plain", Feature.WITH_OPTIONS),
  STRUCTURED(2111, "plain", Feature.STRUCTURED_OUTPUT),
  BAD_REQUEST(2112, "400"),
  BAD_REQUEST_ASYNC(2113, "400", Feature.ASYNC),
  RETRIED(2114, "429-then-200", Feature.RETRIES),
  RETRIED_ASYNC(2115, "429-then-200", Feature.RETRIES, Feature.ASYNC),
  SERVER_ERROR(2116, "500"),
  CONNECTION_REFUSED(2117, "plain"),
  CANCELLED_FUTURE(2118, "held", Feature.ASYNC),
  CORRUPT_CHUNK(2119, "corrupt-chunk", Feature.STREAMS, Feature.READING_EVENT_BY_EVENT),
  /** Its callback issues {@link #FROM_CALLBACK} while it is still being completed. */
  WITH_CALLBACK(2120, "held", Feature.ASYNC),
  FROM_CALLBACK(2121, "plain", Feature.ASYNC),
  UNKNOWN_MODEL(2122, "plain"),
  MISSING_USAGE(2123, "missing-usage"),
  CACHED_READ(2124, "cached-read", Feature.CACHED_READS),
  REASONING(2125, "reasoning", Feature.REASONING),
  REASONING_STREAM(2126, "reasoning", Feature.REASONING, Feature.STREAMS),
  BIG_ANSWER(2127, "big-answer"),
  TIER_SERVED(2128, "plain", Feature.SERVICE_TIERS),
  TIER_DOWNGRADED(2129, "tier-downgraded", Feature.SERVICE_TIERS),
  RESPONSES(2130, "cached-read", Feature.RESPONSES),
  RESPONSES_STREAM(2131, "reasoning", Feature.RESPONSES),
  EMBEDDINGS(2132, "plain", Feature.EMBEDDINGS),
  EMBEDDINGS_BASE64(2133, "plain", Feature.EMBEDDINGS),
  // A stream is not the last: the agent may end its own span for it later than the application.
  CACHE_WRITE_1H_STREAM(2136, "cache-write-1h", Feature.CACHE_WRITES),
  CACHE_WRITE_5M(2134, "cache-write-5m", Feature.CACHE_WRITES),
  CACHE_WRITE_1H(2135, "cache-write-1h", Feature.CACHE_WRITES),
  STREAM_NOT_ASKED(2137, "plain", Feature.USAGE_ON_REQUEST),
  STREAM_NOT_ASKED_CLOSED_EARLY(2145, "stream-held", Feature.USAGE_ON_REQUEST);

  private final long number;
  private final String script;
  private final Set<Feature> needs;

  Scenario(long number, String script, Feature... needs) {
    this.number = number;
    this.script = script;
    this.needs = Set.of(needs);
  }

  public long number() {
    return number;
  }

  public boolean isPossibleWith(Set<Feature> features) {
    boolean late = this == CONNECTION_REFUSED && features.contains(Feature.LATE_SPANS);
    return features.containsAll(needs) && !late;
  }

  /** As it stands at the beginning of every line about it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Scenario ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  Ask ask() {
    boolean priority = this == TIER_SERVED || this == TIER_DOWNGRADED;
    boolean embeddings = this == EMBEDDINGS || this == EMBEDDINGS_BASE64;
    String prompt = "scenario:" + script + (embeddings ? " tokens:in=" + number : " Say a word.");
    return new Ask(number, prompt, model(), true, priority);
  }

  private Ask.Model model() {
    return switch (this) {
      case UNKNOWN_MODEL -> Ask.Model.UNKNOWN;
      case REASONING, REASONING_STREAM, RESPONSES_STREAM -> Ask.Model.REASONING;
      case ASYNC, ASYNC_STREAM -> Ask.Model.SMALL;
      default -> Ask.Model.STANDARD;
    };
  }
}
