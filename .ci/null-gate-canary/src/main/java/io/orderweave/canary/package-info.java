@NullMarked
package io.orderweave.canary;

import org.jspecify.annotations.NullMarked;
