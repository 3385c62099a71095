/** MerchantPro: the API v2 of one online shop, with its customers and staff scripted by the test. */
@NullMarked
package io.orderweave.simulator.merchantpro;

import org.jspecify.annotations.NullMarked;
