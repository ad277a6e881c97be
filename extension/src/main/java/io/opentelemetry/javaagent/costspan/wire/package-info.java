/**
 * The providers' wire formats: each recognises its requests and decodes requests, responses and
 * stream events into the terms of {@code usage}. Pushed bytes in, facts out; nothing is kept.
 */
package io.opentelemetry.javaagent.costspan.wire;
