/** The tap for the application's own methods that the setting {@code methods} names. */
package io.opentelemetry.javaagent.costspan.tap.method;
