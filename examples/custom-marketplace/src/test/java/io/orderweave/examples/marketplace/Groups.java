package io.orderweave.examples.marketplace;

import io.orderweave.tck.KitRun;
import io.orderweave.tck.channel.AuthorisationTck;
import io.orderweave.tck.channel.CancellationsTck;
import io.orderweave.tck.channel.CatalogFeedTck;
import io.orderweave.tck.channel.ChannelUnderTest;
import io.orderweave.tck.channel.ClaimsTck;
import io.orderweave.tck.channel.DocumentUploadsTck;
import io.orderweave.tck.channel.HostileAnswersTck;
import io.orderweave.tck.channel.InboundEndpointTck;
import io.orderweave.tck.channel.InterruptionTck;
import io.orderweave.tck.channel.OrderFeedTck;
import io.orderweave.tck.channel.OrderMappingTck;
import io.orderweave.tck.channel.OrderReaderTck;
import io.orderweave.tck.channel.PatienceTck;
import io.orderweave.tck.channel.PriceUpdatesTck;
import io.orderweave.tck.channel.PrivacyTck;
import io.orderweave.tck.channel.RateLimitTck;
import io.orderweave.tck.channel.RefundsTck;
import io.orderweave.tck.channel.ReturnDecisionsTck;
import io.orderweave.tck.channel.ReturnFeedTck;
import io.orderweave.tck.channel.StatusUpdatesTck;
import io.orderweave.tck.channel.StockUpdatesTck;
import io.orderweave.tck.channel.TrackingUpdatesTck;
import java.util.EnumSet;

/** The groups of the kit, to be run against any connector. */
enum Groups {
    CLAIMS(Claims.class),
    FEED(Feed.class),
    READER(Reader.class),
    MAPPING(Mapping.class),
    STATUSES(Statuses.class),
    TRACKING(Tracking.class),
    DOCUMENTS(Documents.class),
    CANCELLED_BY_US(CancelledByUs.class),
    PAID_BACK(PaidBack.class),
    RETURNS(Returns.class),
    DECIDED_BY_US(DecidedByUs.class),
    STOCK(Stock.class),
    PRICES(Prices.class),
    CATALOG(Catalog.class),
    NOTIFICATIONS(Notifications.class),
    RATE_LIMITS(RateLimits.class),
    ACCESS(Access.class),
    HOSTILE_ANSWERS(HostileAnswers.class),
    PATIENCE(Patience.class),
    INTERRUPTION(Interruption.class),
    PRIVACY(Privacy.class);

    /** Jupiter makes the instances of test classes itself, on this thread or on one that it waits for. */
    private static volatile ChannelUnderTest channel = new StallUnderTest();

    private final Class<?> tests;

    Groups(Class<?> tests) {
        this.tests = tests;
    }

    /** Whether Stall can do what the group is about; otherwise Bazaar can. */
    boolean isOfStall() {
        return !EnumSet.range(DOCUMENTS, NOTIFICATIONS).contains(this);
    }

    /** The name of the published class. */
    String title() {
        return tests.getSuperclass().getSimpleName();
    }

    static synchronized KitRun run(Groups group, ChannelUnderTest under) {
        channel = under;
        try {
            return KitRun.of(group.tests);
        } finally {
            channel = new StallUnderTest();
        }
    }

    static final class Claims extends ClaimsTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Feed extends OrderFeedTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Reader extends OrderReaderTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Mapping extends OrderMappingTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Statuses extends StatusUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Tracking extends TrackingUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Documents extends DocumentUploadsTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class CancelledByUs extends CancellationsTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class PaidBack extends RefundsTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Returns extends ReturnFeedTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class DecidedByUs extends ReturnDecisionsTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Stock extends StockUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Prices extends PriceUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Catalog extends CatalogFeedTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Notifications extends InboundEndpointTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class RateLimits extends RateLimitTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Access extends AuthorisationTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class HostileAnswers extends HostileAnswersTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Patience extends PatienceTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Interruption extends InterruptionTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Privacy extends PrivacyTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }
}
