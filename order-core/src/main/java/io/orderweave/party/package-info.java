/** People and companies: names, addresses, tax ids. Nothing here prints personal data. */
@NullMarked
package io.orderweave.party;

import org.jspecify.annotations.NullMarked;
