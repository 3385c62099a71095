package io.orderweave.examples.marketplace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class TableDump {
    @Test
    void dump() throws Exception {
        Path out = Path.of("target/table.md");
        Files.writeString(out, "");
        for (WrongConnector wrong : WrongConnectorsTest.wrongConnectors().toList()) {
            long t = System.nanoTime();
            Groups.Outcome o = Groups.run(wrong.group(), wrong.underTest());
            Files.writeString(out, "| " + wrong.name() + " | " + wrong.does() + " | `" + wrong.group().title() + "` | `" + String.join("`, `", o.failed()) + "` | " + o.passed().size() + " " + (System.nanoTime() - t) / 1000000 + "\n", StandardOpenOption.APPEND);
        }
    }
}
