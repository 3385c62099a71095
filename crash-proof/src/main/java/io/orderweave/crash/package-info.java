/** The crash proof: starts nodes, kills them, changes what lies around them, and lets the outside judge what came of it. */
@NullMarked
package io.orderweave.crash;

import org.jspecify.annotations.NullMarked;
