package io.costspan.testbed.provider;

/** How much of its usage an answer puts on the wire: nobody can know more than this. */
public enum Reported {
  /** All counts. */
  FULL,
  /** The input counts and a placeholder for the output (an Anthropic stream that does not end). */
  INPUT_ONLY,
  NOTHING;

  static Reported of(ProviderRequest request) {
    Script script = request.script();
    if (script == Script.MISSING_USAGE) {
      return NOTHING;
    }
    if (!request.stream()) {
      return FULL;
    }
    boolean unfinished = script == Script.STREAM_HELD
        || script == Script.STREAM_CUT_OFF
        || script == Script.CORRUPT_CHUNK;
    return request.dialect().toldByStream(request, unfinished);
  }
}
