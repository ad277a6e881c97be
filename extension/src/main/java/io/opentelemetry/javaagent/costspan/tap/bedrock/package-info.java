/**
 * The tap for Bedrock's runtime in the AWS SDK for Java 2. Its seam is the typed client, since below it
 * a stream is frames of AWS's own; what the tap reads is handed on as the JSON that it was.
 */
package io.opentelemetry.javaagent.costspan.tap.bedrock;
