package io.orderweave.bankmail.internal;

/** One text of a mail with the mail's subject. */
record Notice(String subject, NoticeText text) {}
