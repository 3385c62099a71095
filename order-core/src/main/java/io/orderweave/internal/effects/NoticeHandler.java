package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import io.orderweave.internal.book.NoticePlans;
import io.orderweave.internal.json.Json;
import io.orderweave.notice.Audience;
import io.orderweave.notice.Notice;
import io.orderweave.notice.NoticeEvent;
import io.orderweave.notice.NoticeTemplate;
import io.orderweave.notice.Notifier;
import io.orderweave.order.Order;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends notices by the host's notifiers, at most once each: nobody wants the same mail twice. */
public final class NoticeHandler implements RemoteEffectHandler {

    private final Map<String, NoticeTemplate> templates;
    private final Map<String, Notifier> notifiers;
    private final NoticeValues values;

    public NoticeHandler(Map<String, NoticeTemplate> templates, Map<String, Notifier> notifiers, NoticeValues values) {
        this.templates = Map.copyOf(templates);
        this.notifiers = Map.copyOf(notifiers);
        this.values = values;
    }

    @Override
    public EffectKind kind() {
        return EffectKind.NOTICE;
    }

    @Override
    public boolean irreversible() {
        return true;
    }

    @Override
    public Resolution resolution(Effect effect) {
        return Resolution.AT_MOST_ONCE;
    }

    @Override
    public Duration callDeadline(Effect effect) {
        return Optional.ofNullable(notifiers.get(choice(effect).channel()))
                .map(Notifier::callDeadline)
                .orElse(Duration.ofSeconds(30));
    }

    @Override
    public Duration settleTime(Effect effect) {
        return Duration.ZERO;
    }

    @Override
    public Readiness prepare(EffectContext context) {
        NoticePlans.Choice choice = choice(context.effect());
        NoticeTemplate template = templates.get(choice.template());
        if (template == null || !notifiers.containsKey(choice.channel())) {
            return new Readiness.Impossible("there is no template " + choice.template() + " or no notifier for channel "
                    + choice.channel() + " any more");
        }
        Order order = context.order();
        Locale language = template.languageFor(values.language(order));
        NoticeTemplate.Text text = template.render(language, values.of(order, choice, language));
        Notice.Builder notice = Notice.builder();
        notice.key(context.effect().key() + "#" + context.effect().arming())
                .order(order.id())
                .template(template.name())
                .audience(choice.to())
                .language(language)
                .content(template.content())
                .subject(text.subject())
                .body(text.body());
        if (choice.to() == Audience.CUSTOMER) {
            if (order.buyer().email().isEmpty() && order.buyer().phone().isEmpty()) {
                return new Readiness.Impossible("the buyer of order " + order.id() + " has neither e-mail nor phone");
            }
            notice.email(order.buyer().email()).phone(order.buyer().phone());
        }
        return new Readiness.Ready(Json.tree(new Frozen(choice.channel(), notice.build())));
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        Frozen frozen = Json.read(call.request(), Frozen.class);
        Notifier notifier = notifiers.get(frozen.channel());
        if (notifier == null) {
            return new RemoteAnswer.Rejected("there is no notifier for channel " + frozen.channel() + " any more");
        }
        notifier.send(frozen.notice());
        return new RemoteAnswer.Done(Json.object(), Optional.empty());
    }

    @Override
    public RemoteAnswer resume(RemoteCall call, String handle) {
        throw new IllegalStateException("notifiers answer at once; there is no handle " + handle);
    }

    @Override
    public RemoteLookup lookup(RemoteCall call) {
        throw new IllegalStateException("notices are sent at most once, never looked up");
    }

    @Override
    public Optional<JsonNode> answerFor(Effect effect, String reference) {
        return Answers.happened();
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        NoticePlans.Choice choice = choice(context.effect());
        context.change(order -> new EffectContext.Outcome(
                order, List.of(new NoticeEvent.NoticeSent(choice.template(), choice.channel(), choice.to()))));
    }

    /** What is sent, and by whom. */
    record Frozen(String channel, Notice notice) {}

    private static NoticePlans.Choice choice(Effect effect) {
        return Json.read(effect.payload(), NoticePlans.Choice.class);
    }
}
