/** The tap for Apache HttpClient 5: whoever posts a known format through it. */
package io.opentelemetry.javaagent.costspan.tap.apache5;
