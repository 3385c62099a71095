/** Allegro: its OAuth, order journal, checkout forms and write-backs, with the buyers scripted by the test. */
@NullMarked
package io.orderweave.simulator.allegro;

import org.jspecify.annotations.NullMarked;
