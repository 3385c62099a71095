package io.orderweave.bankmail;

import io.orderweave.bankmail.AuthenticationResults.MethodResult;
import java.util.List;

/** Asks the own mail server's verdict whether a mail comes from the domain that it names as its sender. */
final class AuthenticationCheck {

    private final String authservId;

    /** @param authservId by which the own mail server signs its verdicts */
    AuthenticationCheck(String authservId) {
        this.authservId = authservId;
    }

    /**
     * Only the topmost verdict of the own server counts: servers add theirs above everything that a sender could have written.
     *
     * @param domain of the sender, in lower case
     * @throws RejectedMailException when the verdict does not say that the mail comes from the domain
     */
    void require(String domain, ReceivedMail mail) throws RejectedMailException {
        List<MethodResult> results = ownVerdict(mail).results();
        if (results.stream().filter(result -> result.method().equals("dmarc")).count() > 1) {
            throw new RejectedMailException(
                    RejectionReason.AUTHENTICATION_MALFORMED, "the verdict has two DMARC results");
        }
        if (results.stream().noneMatch(result -> isAlignedDmarc(result, domain) || isAlignedDkim(result, domain))) {
            throw new RejectedMailException(
                    RejectionReason.AUTHENTICATION_FAILED, "neither DMARC nor DKIM passes for the sender's domain");
        }
    }

    private AuthenticationResults ownVerdict(ReceivedMail mail) throws RejectedMailException {
        for (String field : mail.header("Authentication-Results")) {
            // A malformed one may be the own server's; looking further down would mean to ask the sender.
            AuthenticationResults verdict = AuthenticationResults.parse(field)
                    .orElseThrow(() -> new RejectedMailException(
                            RejectionReason.AUTHENTICATION_MALFORMED, "a verdict does not fit RFC 8601"));
            if (verdict.authservId().equals(authservId)) {
                return verdict;
            }
        }
        throw new RejectedMailException(RejectionReason.AUTHENTICATION_MISSING, "the own mail server left no verdict");
    }

    private static boolean isAlignedDmarc(MethodResult result, String domain) {
        return result.passes("dmarc")
                && result.property("header.from").filter(domain::equals).isPresent();
    }

    private static boolean isAlignedDkim(MethodResult result, String domain) {
        return result.passes("dkim")
                && result.property("header.d")
                        // Gmail tells only the signing identity.
                        .or(() -> result.property("header.i").map(AuthenticationCheck::domainOf))
                        .filter(signer -> signer.equals(domain) || signer.endsWith('.' + domain))
                        .isPresent();
    }

    private static String domainOf(String identity) {
        return identity.substring(identity.lastIndexOf('@') + 1);
    }
}
