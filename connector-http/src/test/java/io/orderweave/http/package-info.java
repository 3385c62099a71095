@NullMarked
package io.orderweave.http;

import org.jspecify.annotations.NullMarked;
