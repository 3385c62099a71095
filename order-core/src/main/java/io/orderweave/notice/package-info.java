/** Messages to customers and operators, sent at most once. */
@NullMarked
package io.orderweave.notice;

import org.jspecify.annotations.NullMarked;
