package io.orderweave.crash.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeSettingsTest {

    @TempDir
    Path folder;

    @Test
    void areReadAsTheyWereWritten() {
        NodeSettings settings = NodeSettings.builder()
                .node("node-0")
                .database("jdbc:sqlite:/somewhere/book.db")
                .schema("story_1")
                .mostPages(70)
                .poolRefusesOneIn(9)
                .time("/somewhere/time")
                .pageSize(2)
                .atOnce(4)
                .skew(Duration.ofMinutes(10))
                .allegroUrl("http://127.0.0.1:1")
                .inpostUrl("http://127.0.0.1:2")
                .packetaUrl("http://127.0.0.1:3")
                .kauflandUrl("http://127.0.0.1:4/v2")
                .refreshToken("a-token")
                .mails("/somewhere/mails")
                .liveFrom(Instant.parse("2026-11-21T10:00:00Z"))
                .killAt(17)
                .killPoint("after commit")
                .breakage(Breakage.BLIND_SEARCH)
                .build();

        settings.write(folder.resolve("settings"));

        assertThat(NodeSettings.read(folder.resolve("settings"))).isEqualTo(settings);
        assertThat(settings.toString()).doesNotContain("a-token");
    }
}
