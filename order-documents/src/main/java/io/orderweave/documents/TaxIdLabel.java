package io.orderweave.documents;

import io.orderweave.party.TaxId;
import java.util.Locale;
import java.util.Map;

/** What a tax or registration number is called on paper: in its own country's words, whatever the document's language. */
final class TaxIdLabel {

    /** Where the word differs from the type's code. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("CZ_ICO", "IČO"),
            Map.entry("CZ_DIC", "DIČ"),
            Map.entry("SK_ICO", "IČO"),
            Map.entry("SK_DIC", "DIČ"),
            Map.entry("SK_IC_DPH", "IČ DPH"),
            Map.entry("RO_REG_COM", "Reg. com."),
            Map.entry("HU_ADOSZAM", "Adószám"),
            Map.entry("DE_UST_ID", "USt-IdNr."),
            Map.entry("DE_STEUERNUMMER", "Steuernr."));

    private TaxIdLabel() {}

    /** For a type not known here, the type without its country: {@code PL_NIP} is NIP. */
    static String of(TaxId id, Texts texts) {
        String type = id.type().toUpperCase(Locale.ROOT);
        if (type.equals("VAT_EU")) {
            return texts.get(Term.VAT_ID);
        }
        return WORDS.getOrDefault(type, type.replaceFirst("^[A-Z]{2}_", "").replace('_', ' '));
    }
}
