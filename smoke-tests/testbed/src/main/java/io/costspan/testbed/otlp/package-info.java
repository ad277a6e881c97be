/** An OTLP/HTTP receiver on loopback that keeps what it was sent with its exact types. */
package io.costspan.testbed.otlp;
