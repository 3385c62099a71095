package io.orderweave.tck.channel;

import org.junit.jupiter.api.Nested;

/**
 * What every connector to a sales channel must do, as tests. Authors of a connector extend it in theirs:
 *
 * <pre>{@code
 * class StallConnectorTest extends ChannelConnectorTck {
 *     @Override
 *     protected ChannelUnderTest channel() {
 *         return new StallUnderTest();
 *     }
 * }
 * }</pre>
 *
 * <p>The kit puts a proxy between connector and server, which cuts, slows and spoils what passes. What the connector claims is tested
 * both ways: a claimed facet behaves, another is absent. Each group is a class of its own and can be run alone in the same way.
 */
public abstract class ChannelConnectorTck {

    /** The connector, the other side, and what is claimed. */
    protected abstract ChannelUnderTest channel();

    @Nested
    final class Claims extends ClaimsTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Feed extends OrderFeedTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Reader extends OrderReaderTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Mapping extends OrderMappingTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Statuses extends StatusUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Tracking extends TrackingUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Documents extends DocumentUploadsTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class CancelledByUs extends CancellationsTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class PaidBack extends RefundsTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Returns extends ReturnFeedTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class DecidedByUs extends ReturnDecisionsTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Stock extends StockUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Prices extends PriceUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Catalog extends CatalogFeedTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Notifications extends InboundEndpointTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class RateLimits extends RateLimitTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Access extends AuthorisationTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class HostileAnswers extends HostileAnswersTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Patience extends PatienceTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Interruption extends InterruptionTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }

    @Nested
    final class Privacy extends PrivacyTck {
        @Override
        protected ChannelUnderTest channel() {
            return ChannelConnectorTck.this.channel();
        }
    }
}
