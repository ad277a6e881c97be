/** The tap for anthropic-java: its HTTP seam is {@code com.anthropic.core.http.RetryingHttpClient}. */
package io.opentelemetry.javaagent.costspan.tap.anthropic;
