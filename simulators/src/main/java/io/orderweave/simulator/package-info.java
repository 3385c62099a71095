/** What every simulator shares: its clock, the faults it shows on cue, and the log of requests it judges by. */
@NullMarked
package io.orderweave.simulator;

import org.jspecify.annotations.NullMarked;
