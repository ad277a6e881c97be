package io.opentelemetry.javaagent.costspan.wire;

/** What a message means for the calls of its connection. */
public enum SocketStep {
  /** Nothing. */
  NONE,
  /** Tells about the session that the calls are part of. */
  SESSION,
  /** The client asks for a call. */
  ASKS,
  /** The server begins a call, asked for or on its own. */
  BEGINS,
  /** A piece of a call's output. */
  OUTPUT,
  /** A call is over. */
  ENDS,
  /** Something went wrong, be it with a call or with another message. */
  ERROR
}
