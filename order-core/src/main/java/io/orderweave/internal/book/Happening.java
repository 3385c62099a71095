package io.orderweave.internal.book;

import io.orderweave.effect.Origin;
import io.orderweave.event.Event;
import io.orderweave.id.EntryId;

/** An event with its entry, and where it comes from in the end. */
record Happening(EntryId entry, Event event, Origin origin) {}
