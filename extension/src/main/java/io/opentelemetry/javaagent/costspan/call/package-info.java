/**
 * The life of one call: begun before the request is sent, in transport until the response's head
 * arrives, fed with the response's bytes as the application reads them, and ended exactly once.
 */
package io.opentelemetry.javaagent.costspan.call;
