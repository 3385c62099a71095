package io.orderweave.jdbc;

import io.orderweave.store.BlobStore;
import java.util.Optional;

/** Contents in a table by their hash. */
final class JdbcBlobStore implements BlobStore {

    private final JdbcTransactor transactor;
    private final String insert;
    private final String select;
    private final String delete;

    JdbcBlobStore(JdbcTransactor transactor, TablePrefix prefix) {
        this.transactor = transactor;
        String table = prefix.table("blobs");
        insert = "INSERT INTO " + table + " (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING";
        delete = "DELETE FROM " + table + " WHERE sha256 = ?";
        select = "SELECT content FROM " + table + " WHERE sha256 = ?";
    }

    @Override
    public String put(byte[] content) {
        String sha256 = Sha256.hex(content);
        transactor.write(connection -> connection.update(Sql.of(insert, sha256, content)));
        return sha256;
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return transactor.read(connection -> connection.first(Sql.of(select, sha256), row -> row.getBytes(1)));
    }

    @Override
    public void delete(String sha256) {
        transactor.write(connection -> connection.update(Sql.of(delete, sha256)));
    }
}
