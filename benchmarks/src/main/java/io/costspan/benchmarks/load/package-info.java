/** The service that is put under load. Knows nothing of agents. */
package io.costspan.benchmarks.load;
