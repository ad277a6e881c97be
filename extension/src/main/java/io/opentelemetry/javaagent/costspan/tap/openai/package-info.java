/** The tap for openai-java: its HTTP seam is {@code com.openai.core.http.RetryingHttpClient}. */
package io.opentelemetry.javaagent.costspan.tap.openai;
