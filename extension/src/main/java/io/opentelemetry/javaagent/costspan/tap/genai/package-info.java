/**
 * The tap for google-genai: its HTTP seam is {@code com.google.genai.HttpApiClient}. Up to 1.7 the
 * SDK sends through Apache's HTTP client, from 1.8 on through OkHttp.
 */
package io.opentelemetry.javaagent.costspan.tap.genai;
