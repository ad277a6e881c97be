/** What every measured JVM does besides being an application: it obeys, counts and rests. */
package io.costspan.benchmarks.child;
