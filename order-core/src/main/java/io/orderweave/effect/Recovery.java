package io.orderweave.effect;

import io.orderweave.document.Document;
import io.orderweave.document.IssuedDocument;
import io.orderweave.event.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Back to work after the database was restored from a backup: what was done outside since the backup is found out, not done again.
 *
 * <ol>
 *   <li>{@link #begin} before anything else runs on the restored database.
 *   <li>Pull every connection: the intake since the backup is repeated. Until then nothing is sent and no number is spent.
 *   <li>Hand in every document issued since, then {@link #documentsComplete}; until then no number is spent.
 *   <li>{@code runDue} as usual: every remote effect that was not finished, and every one planned meanwhile, goes through its
 *       resolution before it is sent; mails, prints and what cannot be asked after wait for a person.
 *   <li>{@link #finish} when the outside holds nothing more that the book does not know.
 * </ol>
 *
 * <p>Thread-safe; holds for every node. Orders placed by hand and commands since the backup are gone: nobody outside knows of them.
 */
public interface Recovery {

    /**
     * Begins. The host makes sure that no engine works on the lost database any more.
     *
     * @param since the moment of the backup
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when one goes on already, or {@code since} is yet to come
     */
    RecoveryState begin(Instant since, Actor actor);

    /** The recovery that goes on, or the last one. */
    Optional<RecoveryState> state();

    /**
     * Puts a document into the book that was issued since the backup: under its number, with its PDF; its series continues above it.
     * The content is drafted from the order as it is now. Hand in an invoice before its credit note.
     *
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when no recovery goes on, no series gives that number, or the
     *     order as it is now cannot have the document: then its number is kept as spent, and a person looks
     */
    Document documentIssued(IssuedDocument issued, Actor actor);

    /**
     * Says that every document issued since the backup has been handed in, or that there were none.
     *
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when no recovery goes on
     */
    RecoveryState documentsComplete(Actor actor);

    /**
     * Ends: effects planned from now on are new.
     *
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when none goes on, the intake is not repeated or documents are
     *     not complete
     */
    RecoveryState finish(Actor actor);
}
