/**
 * The tap for the HTTP client of Reactor Netty, on which Spring's WebClient runs: its seams are the
 * subscription to a request and the request that is prepared when there is a connection. What is
 * asked and answered is seen by a channel handler that only the requests have that may be calls.
 *
 * <p>The body of a request is known when it is written, and a span cannot start without it: so a
 * call begins when the last of its request is on its way, after the connection was made, and the
 * agent's HTTP span is beside it, or above it with WebClient, and not below. A call that gets no
 * connection is a span without a model.
 */
package io.opentelemetry.javaagent.costspan.tap.reactornetty;
