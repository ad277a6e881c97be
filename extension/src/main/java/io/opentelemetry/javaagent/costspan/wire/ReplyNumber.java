package io.opentelemetry.javaagent.costspan.wire;

/** A number in a usage that is no count of ours as it stands: a format makes one of it. */
enum ReplyNumber {
  /** Cached input tokens under a name that counts only where the usual one is missing. */
  OTHER_CACHE_READ
}
