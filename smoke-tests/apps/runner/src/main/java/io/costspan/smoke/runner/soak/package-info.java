/** What the application of the soak does, and its test therefore knows: a pure function of a seed. */
package io.costspan.smoke.runner.soak;
