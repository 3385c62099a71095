/** A host with a command line: points the library at real or simulated accounts that a file describes. */
@NullMarked
package io.orderweave.examples.shop;

import org.jspecify.annotations.NullMarked;
