/** Marketplaces for JUnit tests: an annotation starts a fresh one for each test. JUnit 5 is the host's own. */
@NullMarked
package io.orderweave.simulator.junit;

import org.jspecify.annotations.NullMarked;
