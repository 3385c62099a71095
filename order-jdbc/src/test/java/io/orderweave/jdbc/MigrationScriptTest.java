package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationScriptTest {

    private static final TablePrefix PREFIX = new TablePrefix("shop_");

    @Test
    void splitsStatementsAtSemicolonsThatEndALine() {
        MigrationScript script =
                new MigrationScript(1, "x", "CREATE TABLE ${prefix}a (\n  t TEXT\n);\n\nDROP ';' x;\n");

        assertThat(script.statements(PREFIX)).containsExactly("CREATE TABLE shop_a (\n  t TEXT\n)", "DROP ';' x");
    }

    @Test
    void setsTheSchemaBeforeThePrefix() {
        MigrationScript script = new MigrationScript(1, "x", "CREATE INDEX ${prefix}i ON ${schema}${prefix}a (t);\n");

        assertThat(script.statements(PREFIX)).containsExactly("CREATE INDEX shop_i ON shop_a (t)");
        assertThat(script.statements(new TablePrefix(Optional.of(new SchemaName("order")), "shop_")))
                .containsExactly("CREATE INDEX shop_i ON \"order\".shop_a (t)");
    }

    @Test
    void leavesCommentsOut() {
        MigrationScript script = new MigrationScript(1, "x", "-- first;\nA;\n-- between;\nB;\n-- last\n");

        assertThat(script.statements(PREFIX)).containsExactly("A", "B");
    }

    @Test
    void checksumTellsTextsApartAndIgnoresThePrefix() {
        String checksum = new MigrationScript(1, "x", "A ${prefix}").checksum();

        assertThat(new MigrationScript(1, "x", "A ${prefix}").checksum()).isEqualTo(checksum);
        assertThat(new MigrationScript(1, "x", "B ${prefix}").checksum()).isNotEqualTo(checksum);
    }

    @Test
    void refusesAnotherFileName() {
        assertThatThrownBy(() -> MigrationScript.load("sqlite", "tables.sql"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Dialect> dialects() {
        return Stream.of(new SqliteDialect(Duration.ZERO), new PostgresDialect(Duration.ZERO, () -> Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void everyScriptOfTheFolderIsListedAndTheVersionsHaveNoGap(Dialect dialect) throws IOException, URISyntaxException {
        assertThat(files(dialect.name())).isEqualTo(dialect.scripts());
        for (int i = 0; i < dialect.scripts().size(); i++) {
            assertThat(MigrationScript.load(dialect.name(), dialect.scripts().get(i))
                            .version())
                    .isEqualTo(i + 1);
        }
    }

    private static List<String> files(String database) throws IOException, URISyntaxException {
        URL folder = MigrationScript.class.getResource(database);
        assertThat(folder).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
