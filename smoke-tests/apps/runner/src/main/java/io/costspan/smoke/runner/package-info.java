/** The scenarios, and the words in which an application reports what it saw of each. */
package io.costspan.smoke.runner;
