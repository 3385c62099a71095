/** Rehearsals: a shop's own history decided upon anew, on paper. Nothing here can reach an effect or write a record. */
@NullMarked
package io.orderweave.internal.rehearsal;

import org.jspecify.annotations.NullMarked;
