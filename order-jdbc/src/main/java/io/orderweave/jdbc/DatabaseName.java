package io.orderweave.jdbc;

/** What messages call a database. */
final class DatabaseName {

    private DatabaseName() {}

    /** The JDBC URL without what may be a credential: its parameters, and a user before the host. */
    static String of(String url) {
        return url.replaceAll("[?;].*$", "").replaceAll("//.*@", "//");
    }
}
