/**
 * The tap for logging contexts, SLF4J's and Log4j's: what the application says about the request in
 * every line of its log. Installed only when a setting names a key.
 */
package io.opentelemetry.javaagent.costspan.tap.mdc;
