/** How the simulators are built: HTTP server, routes, state file, JSON, ids, labels; not for hosts. */
@NullMarked
package io.orderweave.simulator.internal;

import org.jspecify.annotations.NullMarked;
