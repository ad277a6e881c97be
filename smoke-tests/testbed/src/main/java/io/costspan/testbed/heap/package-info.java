/** Who holds what, in a dump of a JVM's heap. */
package io.costspan.testbed.heap;
