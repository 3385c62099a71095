/** What the library tells people, in seven languages. */
@NullMarked
package io.orderweave.text;

import org.jspecify.annotations.NullMarked;
