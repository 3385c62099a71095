/** The simulators as a program of their own. */
@NullMarked
package io.orderweave.simulator.cli;

import org.jspecify.annotations.NullMarked;
