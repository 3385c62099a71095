package io.orderweave.bankmail.internal;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes two notices the same payment. Only what the notice itself says goes in: Message-ID, Date and subject words are
 * left out, since banks do not sign them all and a mail sent again may carry others.
 */
public final class ReplayKey {

    private final MessageDigest digest = sha256();

    private ReplayKey() {}

    /** The key: the bank's name and a SHA-256, so nothing personal can be read from it. */
    public static String of(Bank bank, Movement movement, Currency currency) {
        ReplayKey key = new ReplayKey();
        key.add(movement.ownAccount().key());
        key.add(movement.direction().name());
        key.add(plain(movement.amount().value()));
        key.add(currency.getCurrencyCode());
        key.add(movement.bookedOn().map(Object::toString));
        // A bank's reference may name an order that has several movements, a payment and its fee: the amount stays in.
        if (movement.bankReference().isPresent()) {
            key.add("reference");
            key.add(movement.bankReference());
        } else {
            key.add("content");
            key.addContent(movement);
        }
        return bank.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + ':'
                + HexFormat.of().formatHex(key.digest.digest());
    }

    private void addContent(Movement movement) {
        add(movement.bookedAt().map(Object::toString));
        add(movement.variableSymbol().map(PaymentSymbol::digits));
        add(movement.specificSymbol().map(PaymentSymbol::digits));
        add(movement.constantSymbol().map(PaymentSymbol::digits));
        add(movement.counterparty().map(AccountNumber::key));
        add(movement.counterpartyName().map(ReplayKey::skeleton));
        add(movement.message().map(ReplayKey::skeleton));
        add(movement.payerReference().map(ReplayKey::skeleton));
        // Tells apart two equal payments of one day.
        add(movement.balance().map(balance -> plain(balance.value())));
    }

    private void add(Optional<String> part) {
        add(part.orElse(""));
    }

    /** With its length, so that two parts never read as one. */
    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** Letters and digits without diacritics: line breaks and accents are what mail programs change on the way. */
    private static String skeleton(String text) {
        StringBuilder skeleton = new StringBuilder();
        String folded = Letters.fold(text);
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                skeleton.append(folded.charAt(i));
            }
        }
        return skeleton.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
