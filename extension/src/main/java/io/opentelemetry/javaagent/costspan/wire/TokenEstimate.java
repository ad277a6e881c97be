package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a stream that will tell no usage comes to in tokens, counted from what is sent and received.
 * No text is held longer than until it is counted. Belongs to one call; not thread-safe.
 */
public final class TokenEstimate {

  private final Vocabulary vocabulary;
  private final Tokenizer tokenizer;
  private final Function<AnswerCounter, ResponseReader> readers;
  private final @Nullable String effort;
  private final long promptTokens;
  private @Nullable Throwable failure;
  private @Nullable AnswerCounter answer;
  private @Nullable ResponseReader reader;

  private TokenEstimate(Draft draft) {
    this.vocabulary = draft.vocabulary;
    this.tokenizer = draft.tokenizer;
    this.readers = draft.readers;
    this.effort = draft.effort;
    this.promptTokens = draft.prompt.counter().tokens();
  }

  /** A reader for the stream, which counts; the one before it, if any, is forgotten. */
  public ResponseReader responseReader() {
    answer = new AnswerCounter(tokenizer);
    reader = readers.apply(answer);
    return reader;
  }

  /** The answer so far is none: another response has taken its place, which is not counted. */
  public void forget() {
    answer = null;
    reader = null;
  }

  /**
   * What a response said, with the estimate where it told no usage and no amount, and anything came.
   * The first time only: what was counted is then forgotten.
   */
  public ResponseFacts complete(ResponseFacts read) {
    AnswerCounter counted = answer;
    boolean came = reader != null && reader.chunks() > 0;
    forget();
    if (counted == null || !came || !lacksUsage(read) || !isOfCountedModel(read)) {
      return read;
    }
    counted.counter().endText();
    failure = counted.counter().failure();
    return counted.isKnown() ? read.with(usage(counted.counter().tokens())) : read;
  }

  /** What the tokenizer threw while the answer was counted; null when it did not. */
  public @Nullable Throwable failure() {
    return failure;
  }

  private Usage usage(long answerTokens) {
    return Usage.builder()
        .set(Count.INPUT, promptTokens)
        .set(Count.OUTPUT, answerTokens)
        .build(UsageStatus.ESTIMATED);
  }

  private static boolean lacksUsage(ResponseFacts read) {
    return read.usage().status() == UsageStatus.ABSENT && read.usage().reportedUsd() == null;
  }

  /** Azure's deployments have any name, and the response tells what they are. */
  private boolean isOfCountedModel(ResponseFacts read) {
    if (read.localServer() != null) {
      return false;
    }
    String model = read.model();
    return model == null || CountedModels.vocabularyOf(model, effort) == vocabulary;
  }

  /** The estimate of a call whose request is still to be read. */
  public static final class Draft {

    private final Vocabulary vocabulary;
    private final Tokenizer tokenizer;
    private final Function<AnswerCounter, ResponseReader> readers;
    private final @Nullable String effort;
    private final PromptCounter prompt;
    private final JsonPushReader<PromptCounter> json;

    private Draft(
        Vocabulary vocabulary,
        Tokenizer tokenizer,
        @Nullable String effort,
        JsonShape<PromptCounter> shape,
        Function<AnswerCounter, ResponseReader> readers) {
      this.vocabulary = vocabulary;
      this.tokenizer = tokenizer;
      this.effort = effort;
      this.readers = readers;
      this.prompt = new PromptCounter(tokenizer, vocabulary);
      this.json = JsonPushReader.taking(shape, prompt);
    }

    /** Null where the tokens of a model at a provider cannot be counted, or not yet. */
    static @Nullable Draft of(
        String provider,
        RequestFacts request,
        Vocabularies vocabularies,
        JsonShape<PromptCounter> shape,
        Function<AnswerCounter, ResponseReader> readers) {
      String model = request.model();
      if (model == null || !CountedModels.areAt(provider)) {
        return null;
      }
      String effort = request.reasoningEffort();
      Vocabulary vocabulary = CountedModels.vocabularyOf(model, effort);
      Tokenizer tokenizer = vocabulary == null ? null : vocabularies.tokenizer(vocabulary);
      return vocabulary == null || tokenizer == null
          ? null
          : new Draft(vocabulary, tokenizer, effort, shape, readers);
    }

    /** Takes the next bytes of the request, in any cut; they are not kept. */
    public void feed(byte[] bytes, int offset, int length) {
      json.feed(bytes, offset, offset + length);
    }

    /** The estimate, once the whole request was read; null when its tokens are not known. */
    public @Nullable TokenEstimate build() {
      boolean whole = json.isClosed();
      json.close();
      return whole && prompt.isKnown() ? new TokenEstimate(this) : null;
    }

    /** What the tokenizer threw; null when it did not. */
    public @Nullable Throwable failure() {
      return prompt.counter().failure();
    }
  }
}
