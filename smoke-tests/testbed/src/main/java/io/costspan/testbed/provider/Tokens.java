package io.costspan.testbed.provider;

/**
 * What one answer used, in disjoint parts, except that {@code reasoning} is contained in {@code
 * output} as it is for both providers.
 */
public record Tokens(
    long uncachedInput,
    long cacheRead,
    long cacheWrite5m,
    long cacheWrite1h,
    long output,
    long reasoning) {

  private static final String MARKER = "tokens:";

  /** Everything the provider read: the inclusive count. */
  public long input() {
    return uncachedInput + cacheRead + cacheWrite5m + cacheWrite1h;
  }

  public long cacheWrite() {
    return cacheWrite5m + cacheWrite1h;
  }

  /**
   * What the script says and the length of the prompt suggests (four characters to a token), unless
   * the prompt itself names counts: {@code tokens:in=1200,read=1000,out=300}. All names: in (the
   * uncached part), read, write5m, write1h, out (with reasoning), reasoning.
   */
  static Tokens scripted(ProviderRequest request) {
    Script script = request.script();
    String wanted = Marker.valueOf(request.prompt(), MARKER, "");
    boolean writes = request.dialect().billsCacheWrites();
    boolean generates = request.dialect().generates();
    long reasoning = count(wanted, "reasoning", script == Script.REASONING ? 192 : 0);
    long text = script == Script.BIG_ANSWER ? 7_000 : 12;
    return new Tokens(
        count(wanted, "in", 40 + request.prompt().length() / 4),
        count(wanted, "read", script == Script.CACHED_READ ? 1_024 : 0),
        writes ? count(wanted, "write5m", script == Script.CACHE_WRITE_5M ? 2_048 : 0) : 0,
        writes ? count(wanted, "write1h", script == Script.CACHE_WRITE_1H ? 3_072 : 0) : 0,
        generates ? count(wanted, "out", text + reasoning) : 0,
        generates ? reasoning : 0);
  }

  private static long count(String wanted, String name, long otherwise) {
    for (String part : wanted.split(",")) {
      if (part.startsWith(name + "=")) {
        return Long.parseLong(part.substring(name.length() + 1));
      }
    }
    return otherwise;
  }
}
