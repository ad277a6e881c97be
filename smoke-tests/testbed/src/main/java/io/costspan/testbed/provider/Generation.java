package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** One answer: what is said, by which model, at which price. */
final class Generation {
  /** 2026-11-21T00:00:00Z in seconds: answers are the same on every run. */
  static final long CREATED = 1_795_219_200L;

  private final int number;
  private final ProviderRequest request;
  private final Tokens tokens;
  private final boolean inBatch;

  Generation(int number, ProviderRequest request) {
    this(number, request, false);
  }

  Generation(int number, ProviderRequest request, boolean inBatch) {
    this.number = number;
    this.request = request;
    this.tokens = Tokens.scripted(request);
    this.inBatch = inBatch;
  }

  ProviderRequest request() {
    return request;
  }

  Tokens tokens() {
    return tokens;
  }

  String id() {
    return request.dialect().id(number);
  }

  String responseModel() {
    return request.dialect().responseModel(request.model());
  }

  String tier() {
    return request.servedTier();
  }

  /** What is on the invoice: not every provider says in an answer that it was in a batch. */
  String billedTier() {
    return inBatch ? "batch" : tier();
  }

  boolean saysUsage() {
    return request.script() != Script.MISSING_USAGE;
  }

  boolean callsTool() {
    return request.script() == Script.TOOL_CALL;
  }

  String text() {
    return String.join("", pieces());
  }

  /** The text in the pieces in which it is streamed; {@code chunks:40} asks for forty of them. */
  List<String> pieces() {
    if (callsTool()) {
      return List.of("{\"city\":", "\"Paris\"", "}");
    }
    if (request.wantsJson()) {
      return List.of("{\"city\":\"", "Paris", "\",\"population\":", "2103000}");
    }
    boolean big = request.script() == Script.BIG_ANSWER;
    int wanted = Integer.parseInt(Marker.valueOf(request.prompt(), "chunks:", big ? "1000" : "4"));
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      pieces.add(big ? "twenty-eight letters say it. " : (i == 0 ? "Word" : " word " + i));
    }
    return pieces;
  }

  LedgerEntry ledgerEntry() {
    Rates rates = PriceList.rates(request.model(), billedTier());
    return new LedgerEntry(
        id(),
        request.protocol(),
        request.callNumber(),
        request.model(),
        responseModel(),
        billedTier(),
        tokens,
        Reported.of(request),
        rates == null ? null : rates.bill(tokens));
  }
}
