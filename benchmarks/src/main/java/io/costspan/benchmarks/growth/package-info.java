/** What traffic can make grow, and what a call costs then. Knows nothing of agents. */
package io.costspan.benchmarks.growth;
