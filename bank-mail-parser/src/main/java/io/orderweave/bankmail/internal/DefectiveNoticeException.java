package io.orderweave.bankmail.internal;

/** A notice of a known layout that cannot be read for certain; the message names the field and holds nothing of the mail. */
public final class DefectiveNoticeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final NoticeDefect defect;

    DefectiveNoticeException(NoticeDefect defect, String message) {
        super(message);
        this.defect = defect;
    }

    public NoticeDefect defect() {
        return defect;
    }
}
