/** What benchmarks need of the MerchantPro connector that is not public. */
@NullMarked
package io.orderweave.connectors.merchantpro;

import org.jspecify.annotations.NullMarked;
