package io.orderweave.bankmail.internal;

/** A notice of a known layout that cannot be read for certain. */
public final class DefectiveNoticeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final NoticeDefect defect;
    private final String detail;

    DefectiveNoticeException(NoticeDefect defect, String detail) {
        super(detail);
        this.defect = defect;
        this.detail = detail;
    }

    public NoticeDefect defect() {
        return defect;
    }

    /** One sentence that holds nothing of the mail. */
    public String detail() {
        return detail;
    }
}
