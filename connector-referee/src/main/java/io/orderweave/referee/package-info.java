/** Holds connectors and simulators against what others publish, and the pages about connectors against the code. */
@NullMarked
package io.orderweave.referee;

import org.jspecify.annotations.NullMarked;
