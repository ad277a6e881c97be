/** A server of the JDK's that calls a model for whoever asks, in the ways applications do. */
package io.costspan.smoke.served;
