/** What it costs to be measured: programs that print the tables of docs/performance.md. */
package io.costspan.benchmarks;
