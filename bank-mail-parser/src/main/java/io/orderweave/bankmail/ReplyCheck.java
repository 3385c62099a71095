package io.orderweave.bankmail;

import java.util.Locale;
import java.util.Set;

/** Tells replies and forwards by their subject and by the fields that refer to another mail. */
final class ReplyCheck {

    private static final Set<String> MARKS = Set.of(
            "re",
            "aw",
            "sv",
            "odp",
            "odpověď",
            "odpoved",
            "fw",
            "fwd",
            "wg",
            "tr",
            "vl",
            "předáno",
            "predano",
            "přeposláno",
            "preposlano",
            "preposlané",
            "preposlane");

    private ReplyCheck() {}

    /** @throws RejectedMailException when the mail refers to another */
    static void requireOriginal(ReceivedMail mail) throws RejectedMailException {
        boolean refers = !mail.header("In-Reply-To").isEmpty()
                || !mail.header("References").isEmpty()
                || isMarked(mail.subject());
        if (refers) {
            throw new RejectedMailException(RejectionReason.REPLY_OR_FORWARD, "the mail is a reply or a forward");
        }
    }

    /** {@code Re:}, {@code FW :}, {@code Re[2]:} and the like. */
    private static boolean isMarked(String subject) {
        int colon = subject.indexOf(':');
        if (colon < 0) {
            return false;
        }
        String mark = subject.substring(0, colon);
        int count = mark.indexOf('[');
        String word = count < 0 ? mark : mark.substring(0, count);
        return MARKS.contains(word.strip().toLowerCase(Locale.ROOT));
    }
}
