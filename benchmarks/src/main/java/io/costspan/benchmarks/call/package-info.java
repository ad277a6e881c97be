/** The calls that are measured. Knows nothing of agents: it is the application. */
package io.costspan.benchmarks.call;
