package io.orderweave.documents;

import java.util.Optional;

/** One country's way to put a bank transfer into a QR code. */
interface QrStandard {

    /** The content of the code; empty where the standard does not cover the transfer. */
    Optional<String> payload(Transfer transfer);

    /** The name payers know the code by; empty where they know none. */
    Optional<String> brand();
}
