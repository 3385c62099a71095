package io.orderweave.documents;

import io.orderweave.document.Document;
import java.util.List;
import java.util.Optional;

/**
 * The QR code that fills in the payer's bank app: which one depends on the account, because apps read the code of their country
 * only.
 *
 * @param payload the code's content; ASCII
 * @param brand the name payers know the code by
 */
record PaymentQr(String payload, Optional<String> brand) {

    /** The general one last. */
    private static final List<QrStandard> STANDARDS =
            List.of(new CzechQr(), new SlovakQr(), new PolishQr(), new EpcQr());

    /** Empty where nothing is to be paid, or no standard covers the account and its currency. */
    static Optional<PaymentQr> of(Document document) {
        return Transfer.of(document)
                .flatMap(transfer -> STANDARDS.stream()
                        .flatMap(standard -> standard.payload(transfer).stream()
                                .map(payload -> new PaymentQr(payload, standard.brand())))
                        .findFirst());
    }
}
