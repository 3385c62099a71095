package io.orderweave.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Response;

/** Performs the calls of one API method: sends, retries reads, reads the answer, throws only faults. */
final class Exchanges {

    private final HttpProfile profile;
    private final Converter<ResponseBody, ?> converter;
    private final Faults faults;
    private final ReadRetries retries;

    Exchanges(HttpProfile profile, Converter<ResponseBody, ?> converter) {
        this.profile = profile;
        this.converter = converter;
        this.faults = new Faults(profile);
        this.retries = new ReadRetries(profile);
    }

    /** The answer or the refusal. */
    Reply<?> reply(Call<ResponseBody> call) {
        RemoteCall remote = RemoteCall.of(call.request());
        return retries.run(remote, () -> exchange(remote, call.clone()));
    }

    /** The body; a refusal is a fault. */
    Object body(Call<ResponseBody> call) {
        RemoteCall remote = RemoteCall.of(call.request());
        return retries.run(remote, () -> bodyOf(remote, send(remote, call.clone())));
    }

    private Reply<?> exchange(RemoteCall remote, Call<ResponseBody> call) {
        Response<ResponseBody> response = send(remote, call);
        int status = response.code();
        boolean usuallyFault = profile.authorisationStatuses().contains(status) || status == 408 || status == 429;
        boolean refused = (status >= 400 && status < 500 && !usuallyFault)
                || remote.refusals().contains(status);
        return refused
                ? new Reply.Refused<>(
                        status, codes(response), remote.missing(status), RequestId.of(response.raw(), profile))
                : new Reply.Done<>(status, bodyOf(remote, response), RequestId.of(response.raw(), profile));
    }

    private Response<ResponseBody> send(RemoteCall remote, Call<ResponseBody> call) {
        Sending sending = Sending.of(call.request());
        try {
            return call.execute();
        } catch (IOException e) {
            throw faults.noAnswer(remote, sending.begun(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // OkHttp declares no InterruptedException, but one passes while it waits for a connection.
            Thread.currentThread().interrupt();
            throw faults.noAnswer(remote, sending.begun(), new InterruptedIOException("interrupted"));
        }
    }

    private Object bodyOf(RemoteCall remote, Response<ResponseBody> response) {
        if (!response.isSuccessful()) {
            throw faults.status(remote, response.raw(), codes(response));
        }
        try (ResponseBody body = present(response)) {
            Object value = converter.convert(body);
            if (value == null) {
                throw MismatchedInputException.from(null, Object.class, "null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw faults.unreadable(remote, response.raw(), e);
        } catch (NumberFormatException e) {
            // Jackson lets it pass as it is for a number with too long an exponent.
            throw faults.unreadable(
                    remote, response.raw(), MismatchedInputException.from(null, Object.class, "number"));
        } catch (IOException e) {
            throw faults.noAnswer(remote, true, e);
        }
    }

    /** Retrofit gives no body with 204 and 205. */
    private static ResponseBody present(Response<ResponseBody> response) {
        ResponseBody body = response.body();
        return body == null ? ResponseBody.create(new byte[0], (MediaType) null) : body;
    }

    private List<String> codes(Response<ResponseBody> response) {
        try (ResponseBody body = response.errorBody()) {
            return body == null ? List.of() : Faults.safe(profile.errorCodes().in(tree(body)));
        } catch (IOException e) {
            // An HTML page of a proxy, say: the status tells enough.
            return List.of();
        }
    }

    private static JsonNode tree(ResponseBody body) throws IOException {
        return LenientJson.mapper().readTree(body.bytes());
    }
}
