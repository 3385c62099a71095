package io.orderweave.party;

/**
 * A tax or company registration number.
 *
 * @param type what it is, as the country calls it, for example {@code PL_NIP}, {@code CZ_ICO}, {@code VAT_EU}
 * @param value as given, not validated
 */
public record TaxId(String type, String value) {

    public TaxId {
        if (type.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("a tax id needs a type and a value");
        }
    }

    /** Without the value: of a sole trader it is personal. */
    @Override
    public String toString() {
        return "TaxId[" + type + "]";
    }
}
