/** What came in: reports of pulls, what could not be read, what could not be translated. */
@NullMarked
package io.orderweave.intake;

import org.jspecify.annotations.NullMarked;
