@NullMarked
package io.orderweave.connectors.allegro;

import org.jspecify.annotations.NullMarked;
