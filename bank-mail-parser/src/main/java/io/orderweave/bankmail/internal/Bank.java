package io.orderweave.bankmail.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Banks whose notices are known by their sender. A bank without a layout is recognised and not read yet; adding a layout to
 * its list is all that a new one needs.
 */
@SuppressWarnings("ImmutableEnumChecker") // The lists are unmodifiable, the layouts stateless.
public enum Bank {
    FIO_CZ(List.of("fio.cz"), List.of(new FioProseLayout(), new FioLabelLayout())),
    TATRABANKA_SK(List.of("tatrabanka.sk"), List.of(new TatraBmailLayout())),
    AIRBANK_CZ(List.of("airbank.cz"), List.of()),
    CREDITAS_CZ(List.of("creditas.cz"), List.of()),
    CSAS_CZ(List.of("csas.cz"), List.of()),
    CSOB_CZ(List.of("csob.cz", "tbs.csob.cz"), List.of()),
    CSOB_SK(List.of("csob.sk"), List.of()),
    EQUABANK_CZ(List.of("equabank.cz"), List.of()),
    KB_CZ(List.of("kb.cz"), List.of()),
    MBANK_CZ(List.of("mbank.cz"), List.of()),
    MBANK_PL(List.of("mbank.pl"), List.of()),
    MONETA_CZ(List.of("moneta.cz"), List.of()),
    RAIFFEISENBANK_CZ(List.of("rb.cz"), List.of()),
    SLSP_SK(List.of("slsp.sk"), List.of()),
    UNICREDIT_CZ(List.of("unicreditgroup.cz", "unicredit.eu"), List.of()),
    VUB_SK(List.of("vub.sk"), List.of());

    private final List<String> domains;
    private final List<NoticeLayout> layouts;

    Bank(List<String> domains, List<NoticeLayout> layouts) {
        this.domains = domains;
        this.layouts = layouts;
    }

    /** The bank that sends its notices from this domain, in lower case; a subdomain is another domain. */
    public static Optional<Bank> sendingFrom(String domain) {
        return Arrays.stream(values())
                .filter(bank -> bank.domains.contains(domain))
                .findFirst();
    }

    /** The bank whose domain begins this longer one, as in {@code fio.cz.shop.example}: a common disguise. */
    public static Optional<Bank> imitatedBy(String domain) {
        return Arrays.stream(values())
                .filter(bank -> bank.domains.stream().anyMatch(own -> domain.startsWith(own + '.')))
                .findFirst();
    }

    /** The banks of whose notices at least one layout is known. */
    public static List<Bank> read() {
        return Arrays.stream(values()).filter(Bank::isRead).toList();
    }

    /** Whether at least one layout of the bank's notices is known. */
    public boolean isRead() {
        return !layouts.isEmpty();
    }

    List<NoticeLayout> layouts() {
        return layouts;
    }
}
