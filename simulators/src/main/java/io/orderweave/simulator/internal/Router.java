package io.orderweave.simulator.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which handler answers which method and path template, such as {@code GET /order/checkout-forms/{id}}. */
public final class Router {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final List<Route> routes = new ArrayList<>();

    /** Adds a route; the first that fits answers. Only before the server is started. */
    public Router on(String method, String template, Handler handler) {
        List<String> names = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        Matcher variables = VARIABLE.matcher(template);
        int end = 0;
        while (variables.find()) {
            regex.append(Pattern.quote(template.substring(end, variables.start())))
                    .append("([^/]+)");
            names.add(variables.group(1));
            end = variables.end();
        }
        regex.append(Pattern.quote(template.substring(end)));
        routes.add(new Route(method, method + " " + template, Pattern.compile(regex.toString()), names, handler));
        return this;
    }

    /** The operation a request asks for, with its path variables; empty when no route fits. */
    public Optional<Target> find(Call call) {
        for (Route route : routes) {
            Matcher path = route.path.matcher(call.path());
            if (route.method.equals(call.method()) && path.matches()) {
                Map<String, String> variables = new HashMap<>();
                for (int i = 0; i < route.names.size(); i++) {
                    variables.put(route.names.get(i), path.group(i + 1));
                }
                return Optional.of(new Target(route.operation, call.with(variables), route.handler));
            }
        }
        return Optional.empty();
    }

    /** A request whose route was found: who answers it, and under which name it is counted. */
    public record Target(String operation, Call call, Handler handler) {

        public Answer answer() {
            return handler.handle(call);
        }
    }

    private record Route(String method, String operation, Pattern path, List<String> names, Handler handler) {}
}
