/** The application whose start is measured. Knows nothing of agents. */
package io.costspan.benchmarks.startup;
