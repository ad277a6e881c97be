/** Runs the demo: the service in a JVM of its own, its customers, its provider and its collector. */
package io.costspan.demo;
