/** Messages to customers and to the shop's people: templates, what is sent, and who sends it. */
@NullMarked
package io.orderweave.notice;

import org.jspecify.annotations.NullMarked;
