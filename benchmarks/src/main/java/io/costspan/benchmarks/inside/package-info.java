/** How the inside of Costspan is measured by JMH, without an agent. */
package io.costspan.benchmarks.inside;
