/**
 * The tap for what Microsoft builds on azure-core, azure-ai-openai and azure-ai-inference above all:
 * its HTTP seam is {@code com.azure.core.http.HttpPipeline}. Hundreds of SDKs send through it, so a
 * request is looked at by its URL first.
 */
package io.opentelemetry.javaagent.costspan.tap.azure;
