package io.orderweave.examples.shop.command;

import io.orderweave.document.Document;
import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.id.DocumentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "document", description = "Shows a document, or writes its PDF.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DocumentCommand implements Callable<Integer> {

    @ParentCommand
    private ShopCommand shop;

    @Parameters(paramLabel = "ID", description = "The document's id, as the command order tells it.")
    private String id;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Where to write the PDF.")
    private Optional<Path> pdf = Optional.empty();

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            Document document = open.hub()
                    .documents()
                    .find(new DocumentId(id))
                    .orElseThrow(() -> new IllegalArgumentException("no document " + id));
            shop.out().println(document.kind() + " " + document.number() + ", issued " + document.issueDate());
            pdf.ifPresent(file -> write(
                    file,
                    open.hub()
                            .documents()
                            .pdf(document.id())
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "the PDF of " + document.number() + " is not drawn yet; run --once draws it"))));
            return ExitCodes.DONE;
        });
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be written", e);
        }
    }
}
