package io.orderweave.simulator.merchantpro;

/**
 * A company that buys ({@code billing_type} company). Immutable. The names of the fields it becomes are UNCONFIRMED but for
 * {@code billing_company_vat}.
 *
 * @param vat the tax number, {@code billing_company_vat}
 */
public record MerchantProCompany(String name, String vat) {}
