package io.costspan.smoke.runner.soak;

import io.costspan.smoke.runner.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All works there will ever be, each a pure function of the seed and its number. */
public final class Plan {
  private static final int MAX_CALLS = 3;

  /** With all else no more than there may be series, and after some rounds all of them. */
  private static final int TENANTS = 4;

  private static final int FEATURES = 2;
  private static final Ask.Model[] PRICED = {
    Ask.Model.STANDARD, Ask.Model.SMALL, Ask.Model.REASONING
  };

  private final long seed;

  public Plan(long seed) {
    this.seed = seed;
  }

  public List<Work> works(long from, int count) {
    List<Work> works = new ArrayList<>();
    for (long number = from; number < from + count; number++) {
      works.add(work(number));
    }
    return works;
  }

  private Work work(long number) {
    // Seeds that are near one another begin alike: this is the golden ratio's way to part them.
    Random random = new Random(seed + number * 0x9E3779B97F4A7C15L);
    Payer payer = payer(random);
    boolean inSpan = random.nextInt(3) == 0;
    int size = 1 + random.nextInt(MAX_CALLS);
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      calls.add(call(number * MAX_CALLS + i, random));
    }
    return new Work(number, payer, inSpan, calls);
  }

  private static Payer payer(Random random) {
    int way = random.nextInt(10);
    return new Payer(
        way == 0 ? Payer.Way.NOBODY : way < 6 ? Payer.Way.BAGGAGE : Payer.Way.LOGGING_CONTEXT,
        "tenant-" + random.nextInt(TENANTS),
        "feature-" + random.nextInt(FEATURES));
  }

  private static Call call(long number, Random random) {
    Sdk sdk = Sdk.values()[random.nextInt(Sdk.values().length)];
    Shape shape = shape(sdk, random);
    Ask.Model model =
        shape == Shape.UNKNOWN_MODEL ? Ask.Model.UNKNOWN : PRICED[random.nextInt(PRICED.length)];
    boolean tiered = shape == Shape.CALL || shape == Shape.STREAM || shape == Shape.ASYNC;
    boolean priority =
        shape == Shape.TIER_DOWNGRADED || (tiered && !sdk.isAnthropic() && random.nextInt(4) == 0);
    return new Call(
        number, sdk, shape, model, priority, tokens(shape, random), 3 + random.nextInt(12));
  }

  private static Shape shape(Sdk sdk, Random random) {
    int all = 0;
    for (Shape shape : Shape.values()) {
      all += shape.isPossibleWith(sdk) ? shape.weight() : 0;
    }
    int left = random.nextInt(all);
    for (Shape shape : Shape.values()) {
      left -= shape.isPossibleWith(sdk) ? shape.weight() : 0;
      if (left < 0) {
        return shape;
      }
    }
    throw new IllegalStateException("no shape for " + sdk);
  }

  /** Writes to a cache are billed by Anthropic only, and by the others not even told. */
  private static String tokens(Shape shape, Random random) {
    int in = 1 + random.nextInt(5_000);
    if (shape.isEmbeddings()) {
      return "in=" + in;
    }
    int out = 1 + random.nextInt(2_000);
    int reasoning = random.nextInt(3) == 0 ? random.nextInt(out) : 0;
    return "in=%d,read=%d,write5m=%d,write1h=%d,out=%d,reasoning=%d"
        .formatted(in, some(random), some(random), some(random), out, reasoning);
  }

  private static int some(Random random) {
    return random.nextInt(3) == 0 ? 1 + random.nextInt(10_000) : 0;
  }
}
