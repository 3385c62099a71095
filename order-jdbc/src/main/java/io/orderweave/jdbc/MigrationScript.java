package io.orderweave.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of the schema, as it lies among the resources. Its statements end with a semicolon at the end of a line; lines
 * that begin with two dashes are comments; {@code ${prefix}} stands for the table prefix, {@code ${schema}} before it for
 * the schema and its dot, or nothing.
 */
record MigrationScript(int version, String name, String text) {

    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{3})__([a-z0-9_]+)\\.sql");

    /** The script of that file name for that database. */
    static MigrationScript load(String database, String fileName) {
        Matcher parts = FILE_NAME.matcher(fileName);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a script is named V<three digits>__<name>.sql, not " + fileName);
        }
        return new MigrationScript(Integer.parseInt(parts.group(1)), parts.group(2), read(database + "/" + fileName));
    }

    /** SHA-256 of the text before prefix and schema are set in: the same for every host. */
    String checksum() {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The statements for tables of that prefix. */
    List<String> statements(TablePrefix prefix) {
        String code = text.replaceAll("(?m)^--.*$", "")
                .replace("${schema}", prefix.qualifier())
                .replace("${prefix}", prefix.value());
        return Arrays.stream(code.split(";\\R"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String resource) {
        try (InputStream in = MigrationScript.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the migration script " + resource + " is missing from the jar");
            }
            // A checkout may have changed the ends of lines, which must not change the checksum.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the migration script " + resource + " cannot be read", e);
        }
    }
}
