package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "release", description = "Ends a hold of an order; what it kept back goes on with the next run.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ReleaseCommand implements Callable<Integer> {

    @ParentCommand
    private ShopCommand shop;

    @Parameters(index = "0", paramLabel = "ORDER", description = "The order's id or number.")
    private String order;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CODE",
            description = "Which hold, where there are several; the command order tells them.")
    private Optional<String> code = Optional.empty();

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            Order held = Ids.order(open.hub(), order);
            String released = chosen(held);
            Order now = open.hub().orders().release(held.id(), released, Ids.person());
            shop.out().println("order " + now.number() + ": released " + released);
            OrderText.holds(now, shop.out());
            return ExitCodes.DONE;
        });
    }

    private String chosen(Order held) {
        List<String> codes = held.holds().stream().map(Hold::code).toList();
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("order " + held.number() + " is not held");
        }
        if (code.isEmpty() && codes.size() > 1) {
            throw new IllegalArgumentException("order " + held.number() + " is held by " + codes + "; name one");
        }
        String chosen = code.orElse(codes.get(0));
        if (!codes.contains(chosen)) {
            throw new IllegalArgumentException(
                    "order " + held.number() + " is not held by " + chosen + " but by " + codes);
        }
        return chosen;
    }
}
