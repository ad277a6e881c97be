/** What the taps of clients on Reactor have in common. Names no class of a client. */
package io.opentelemetry.javaagent.costspan.tap.reactor;
