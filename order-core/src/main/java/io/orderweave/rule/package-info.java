/** Rules as data: triggers, conditions, actions, and the decisions they lead to. */
@NullMarked
package io.orderweave.rule;

import org.jspecify.annotations.NullMarked;
