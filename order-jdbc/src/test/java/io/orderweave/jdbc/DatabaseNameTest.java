package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseNameTest {

    @Test
    void leavesOutParametersAndUsers() {
        assertThat(DatabaseName.of("jdbc:sqlite:/var/shop/book.db")).isEqualTo("jdbc:sqlite:/var/shop/book.db");
        assertThat(DatabaseName.of("jdbc:sqlite:book.db?password=hunter2")).isEqualTo("jdbc:sqlite:book.db");
        assertThat(DatabaseName.of("jdbc:other://anna:hunter2@db.example:5432/shop?user=anna&password=hunter2"))
                .isEqualTo("jdbc:other://db.example:5432/shop");
        assertThat(DatabaseName.of("jdbc:other://anna:p@ss/w@db.example/shop;password=hunter2"))
                .isEqualTo("jdbc:other://db.example/shop");
    }
}
