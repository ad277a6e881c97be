/** Servers that are wrong on purpose: what goes over the wire is decided byte by byte. */
package io.costspan.testbed.wire;
