package vn.khanhhoa.thecovid.notification.carrier;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Hands SMS to a gateway over HTTP. Only what says clearly that a message was not taken is taken for that; what breaks off
 * after the request was on its way is of unknown fate.
 */
public final class SmsGateway implements Carrier {
    private static final Duration FOR_BODY = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LONGEST_WORD = 80;
    private static final int BUSY = 429;
    private static final int UNAVAILABLE = 503;
    /** Not this message is wrong, but how the gateway is spoken to. */
    private static final Set<Integer> ABOUT_US = Set.of(401, 402, 403, 404, 405, 406, 415);

    /** Looked for once, and only where answers are read. */
    private static final class Answers {
        static final JsonProvider JSON = JsonProvider.provider();
    }

    private final SmsSettings settings;
    private final Clock clock;
    private final HttpClient client;

    public SmsGateway(SmsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
        // A header that may not be set shows now, not with the first message.
        request(new Outgoing(PublicId.random(), "0905000000", "", ""));
    }

    @Override
    public boolean isKeyed() {
        return settings.keyed();
    }

    @Override
    public int abreast() {
        return settings.abreast();
    }

    @Override
    public CompletableFuture<Handover> carry(Outgoing message) {
        return client.sendAsync(request(message), HttpResponse.BodyHandlers.ofString())
                .orTimeout(settings.timeout().plus(FOR_BODY).toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> failure == null ? answered(answer) : failed(failure));
    }

    private HttpRequest request(Outgoing message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.address(message))
                .timeout(settings.timeout())
                .method(settings.method(), HttpRequest.BodyPublishers.ofString(settings.body(message)));
        settings.headers(message).forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    private static Handover failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String reason = cause.getClass().getSimpleName();
        boolean before = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
        return before ? new Handover.Closed(reason, Optional.empty()) : new Handover.Unknown(reason);
    }

    private Handover answered(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String reason = "HTTP " + status;
        if (settings.taken().contains(status)) {
            return settings.codePath().isEmpty()
                    ? new Handover.Accepted(
                            word(answer.body(), settings.idPath()).orElse(""))
                    : byCode(answer.body(), reason);
        }
        if (settings.refused().contains(status)) {
            return new Handover.Refused(reason);
        }
        if (status == BUSY || status == UNAVAILABLE || ABOUT_US.contains(status) || status / 100 == 3) {
            return new Handover.Closed(reason, retryAfter(answer));
        }
        return status / 100 == 4 || settings.notTaken().contains(status)
                ? new Handover.Deferred(reason)
                : new Handover.Unknown(reason);
    }

    /** Many gateways answer 200 to everything and say in the body what they mean. */
    private Handover byCode(String body, String status) {
        Optional<String> code = word(body, settings.codePath());
        if (code.isEmpty()) {
            return new Handover.Unknown(status + " without " + settings.codePath());
        }
        if (settings.codesTaken().contains(code.get())) {
            return new Handover.Accepted(word(body, settings.idPath()).orElse(""));
        }
        String reason = status + ", code " + code.get();
        return settings.codesRefused().contains(code.get())
                ? new Handover.Refused(reason)
                : new Handover.Deferred(reason);
    }

    /** A value of a JSON answer; empty where the answer is none or lacks it. */
    private static Optional<String> word(String body, String pointer) {
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        try (JsonReader reader = Answers.JSON.createReader(new StringReader(body))) {
            JsonStructure json = reader.read();
            JsonValue value = Answers.JSON.createPointer(pointer).getValue(json);
            String text = value instanceof JsonString string ? string.getString() : value.toString();
            return Optional.of(text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD));
        } catch (JsonException notThere) {
            return Optional.empty();
        }
    }

    /** Seconds or a moment (RFC 9110, section 10.2.3); what is neither says nothing. */
    private Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .flatMap(this::pause)
                .filter(pause -> !pause.isNegative())
                .map(pause -> pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT);
    }

    private Optional<Duration> pause(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(clock.instant(), moment(text)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant moment(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
