/** What was exported, as text for a terminal. Everything shown is computed from OTLP. */
package io.costspan.demo.picture;
