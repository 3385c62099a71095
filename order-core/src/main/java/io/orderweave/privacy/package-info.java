/** Erasing customers' personal data, and what must stay for a while. */
@NullMarked
package io.orderweave.privacy;

import org.jspecify.annotations.NullMarked;
