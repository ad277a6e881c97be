/** The tap for the application's own methods that the setting {@code actions} names. */
package io.opentelemetry.javaagent.costspan.tap.action;
