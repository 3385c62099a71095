package io.orderweave.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Response;

/** Translates what went wrong with a request. Names call, status, content type and remote request, never a body. */
final class Faults {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:\\-\\[\\]]{1,100}");

    private final HttpProfile profile;

    Faults(HttpProfile profile) {
        this.profile = profile;
    }

    /** No answer, or none to its end. */
    OutsideFault noAnswer(RemoteCall call, boolean sent, IOException cause) {
        boolean tooLong = cause instanceof AnswerCap.TooLong;
        return OutsideFault.of(
                        tooLong ? FaultCategory.CONTRACT : FaultCategory.TRANSIENT,
                        sent ? inDoubtIfWrite(call) : Reached.NO,
                        title(call) + (tooLong ? "the answer is too long" : "no answer"))
                .cause(cause)
                .build();
    }

    /** Success by its status, but its body is not what the contract says. */
    OutsideFault unreadable(RemoteCall call, Response response, JsonProcessingException problem) {
        // The problem itself is left behind: its message quotes the body.
        return of(FaultCategory.CONTRACT, inDoubtIfWrite(call), call, response, JsonProblem.describe(problem))
                .build();
    }

    /** A status that is not an outcome of the call. */
    OutsideFault status(RemoteCall call, Response response, List<String> codes) {
        boolean lacksPermission = call.missing(response.code()).isPresent();
        FaultCategory category = lacksPermission ? FaultCategory.REJECTED : category(response.code());
        // A 4xx is a refusal before anything was done, but for 408, with which proxies also answer what they passed on.
        boolean refused = response.code() >= 400 && response.code() < 500 && response.code() != 408;
        String details = details(codes, call.missing(response.code()));
        return of(category, refused ? Reached.NO : inDoubtIfWrite(call), call, response, details)
                .retryAfter(retryAfter(response, category))
                .build();
    }

    /** Why it was refused, for people. */
    static String details(List<String> codes, Optional<String> missing) {
        return Stream.concat(
                        codes.stream(),
                        missing.map(permission -> "the permission " + permission + " may be missing").stream())
                .collect(Collectors.joining(", "));
    }

    /** The codes of a refusal that look like codes. */
    static List<String> safe(List<String> codes) {
        return codes.stream()
                .filter(code -> CODE.matcher(code).matches())
                .distinct()
                .limit(10)
                .toList();
    }

    private FaultCategory category(int status) {
        if (profile.authorisationStatuses().contains(status)) {
            return FaultCategory.AUTHORISATION;
        }
        if (status == 429) {
            return FaultCategory.RATE_LIMITED;
        }
        if (status == 408 || status >= 500) {
            return FaultCategory.TRANSIENT;
        }
        return status >= 400 ? FaultCategory.REJECTED : FaultCategory.CONTRACT;
    }

    private Optional<Duration> retryAfter(Response response, FaultCategory category) {
        Instant now = profile.clock().instant();
        Optional<Duration> asked = RetryAfter.of(response, now);
        return category == FaultCategory.RATE_LIMITED
                ? profile.budget()
                        .map(budget -> budget.blockedFor(now))
                        .filter(block -> !block.isZero())
                        .or(() -> asked)
                : asked;
    }

    private OutsideFault.Builder of(
            FaultCategory category, Reached reached, RemoteCall call, Response response, String details) {
        MediaType type = response.body().contentType();
        String shown = type == null ? "no content type" : type.type() + "/" + type.subtype();
        return OutsideFault.of(
                        category,
                        reached,
                        title(call) + "status " + response.code() + " with " + shown
                                + (details.isEmpty() ? "" : ": " + details))
                .remoteRequestId(RequestId.of(response, profile));
    }

    private String title(RemoteCall call) {
        return profile.system() + " " + call.name() + ": ";
    }

    private static Reached inDoubtIfWrite(RemoteCall call) {
        return call.writes() ? Reached.PERHAPS : Reached.NO;
    }
}
