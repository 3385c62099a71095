package io.orderweave.bankmail.internal;

import java.util.List;

/**
 * One version of the notices of one bank. A bank that changes its notices gets another layout; the old one stays, since mails
 * of both kinds lie in one mailbox. Implementations are stateless and look at every character a bounded number of times.
 */
interface NoticeLayout {

    /**
     * The movements of the notice, or none when it has another layout.
     *
     * @throws DefectiveNoticeException when the layout is this one and what must be known cannot be read for certain
     */
    List<Movement> read(Notice notice) throws DefectiveNoticeException;
}
