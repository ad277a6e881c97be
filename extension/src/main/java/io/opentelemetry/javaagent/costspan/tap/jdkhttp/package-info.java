/**
 * The tap for the JDK's own HTTP client, {@code java.net.http}: whoever posts a known format to a
 * known path through it. What names the client is newer than Java 8 and stands in {@code
 * src/main/java11}.
 */
package io.opentelemetry.javaagent.costspan.tap.jdkhttp;
