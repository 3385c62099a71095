package io.orderweave.notice;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;

/** What can happen to notices. Subject: the order. */
public sealed interface NoticeEvent extends Event {

    /**
     * A notice was sent; unconfirmed ones are told by {@code effect.resolved} instead.
     *
     * @param channel the notifier's
     */
    record NoticeSent(String template, String channel, Audience to) implements NoticeEvent {
        public static final EventName NAME = new EventName("notice.sent", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }
}
