package io.orderweave.documents;

/** A fixed text of documents; the key under which bundles and hosts' overrides hold it. */
enum Term {
    TITLE_PROFORMA("title.proforma"),
    TITLE_ADVANCE("title.advance"),
    TITLE_INVOICE("title.invoice"),
    TITLE_CREDIT_NOTE("title.credit-note"),
    TITLE_UNTAXED_ADVANCE("title.untaxed.advance"),
    TITLE_UNTAXED_INVOICE("title.untaxed.invoice"),
    TITLE_UNTAXED_CREDIT_NOTE("title.untaxed.credit-note"),
    NOTICE_PROFORMA("notice.proforma"),
    /** With {@code {number}}. */
    NOTICE_CORRECTS("notice.corrects"),
    /** With {@code {number}}. */
    NOTICE_REPLACES("notice.replaces"),
    NOTICE_UNTAXED("notice.untaxed"),
    NOTICE_SETTLED("notice.settled"),
    SELLER("party.seller"),
    BUYER("party.buyer"),
    RECIPIENT("party.recipient"),
    VAT_ID("party.vat-id"),
    ISSUED("fact.issued"),
    SUPPLIED("fact.supplied"),
    RECEIVED("fact.received"),
    DUE("fact.due"),
    ORDER("fact.order"),
    METHOD("fact.method"),
    REASON("fact.reason"),
    CURRENCY("fact.currency"),
    LINE_DESCRIPTION("line.description"),
    LINE_SKU("line.sku"),
    LINE_QUANTITY("line.quantity"),
    LINE_NET_PRICE("line.net-price"),
    LINE_RATE("line.rate"),
    LINE_GROSS_PRICE("line.gross-price"),
    LINE_GROSS_TOTAL("line.gross-total"),
    LINE_PRICE("line.price"),
    LINE_TOTAL("line.total"),
    /** With {@code {order}}. */
    LINE_PAYMENT("line.payment"),
    /** With {@code {number}}. */
    LINE_DEDUCTION("line.deduction"),
    VAT_HEADING("vat.heading"),
    VAT_RATE("vat.rate"),
    VAT_BASE("vat.base"),
    VAT_VAT("vat.vat"),
    VAT_GROSS("vat.gross"),
    SUM_SALE("sum.sale"),
    SUM_DEDUCTED("sum.deducted"),
    SUM_BASE("sum.base"),
    SUM_VAT("sum.vat"),
    SUM_TOTAL("sum.total"),
    SUM_PAID("sum.paid"),
    SUM_TO_PAY("sum.to-pay"),
    SUM_CREDITED("sum.credited"),
    PAY_HEADING("pay.heading"),
    PAY_ACCOUNT("pay.account"),
    PAY_IBAN("pay.iban"),
    PAY_BIC("pay.bic"),
    PAY_BANK("pay.bank"),
    PAY_SYMBOL("pay.symbol"),
    PAY_SCAN("pay.scan"),
    /** With {@code {page}} and {@code {pages}}. */
    PAGE("page");

    private final String key;

    Term(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
