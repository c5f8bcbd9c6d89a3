package vn.khanhhoa.thecovid.notification.carrier;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a gateway wants to be spoken to, and how its answers are to be read; the README lists the settings. Address, headers
 * and body hold {@code {to}}, {@code {text}} and {@code {key}}. What cannot be right is refused by name at the start.
 *
 * @param form how what is filled into the body is written there
 * @param refused statuses that say that this number or text will never be taken
 * @param notTaken statuses of a failing gateway that say that it has not taken the message
 * @param codePath where in a JSON answer the gateway's own code is, empty where the status says all
 * @param keyed whether a message with a known key is not sent by the gateway a second time
 */
public record SmsSettings(
        String url,
        String method,
        List<Header> headers,
        String body,
        Form form,
        String numbers,
        Set<Integer> taken,
        Set<Integer> refused,
        Set<Integer> notTaken,
        String codePath,
        Set<String> codesTaken,
        Set<String> codesRefused,
        String idPath,
        boolean keyed,
        Duration timeout,
        int abreast) {
    static final String TO = "{to}";
    static final String TEXT = "{text}";
    static final String KEY = "{key}";

    private static final String CONTENT_TYPE = "Content-Type";

    record Header(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** How a value is written so that it stays one value. */
    enum Form {
        JSON("application/json; charset=utf-8", Form::inJson),
        FORM("application/x-www-form-urlencoded", Form::inAddress);

        private final String mediaType;
        private final UnaryOperator<String> written;

        Form(String mediaType, UnaryOperator<String> written) {
            this.mediaType = mediaType;
            this.written = written;
        }

        static String inAddress(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        /** Between quotes that are there already. */
        private static String inJson(String value) {
            StringBuilder text = new StringBuilder(value.length() + 16);
            value.chars().forEach(c -> {
                if (c == '"' || c == '\\') {
                    text.append('\\').append((char) c);
                } else if (c < ' ') {
                    text.append(String.format(Locale.ROOT, "\\u%04x", c));
                } else {
                    text.append((char) c);
                }
            });
            return text.toString();
        }
    }

    /** Empty where no gateway is set. */
    public static Optional<SmsSettings> read(Function<String, Optional<String>> settings) {
        Reader reader = new Reader(settings);
        return reader.text("url").map(reader::settings);
    }

    private record Reader(Function<String, Optional<String>> source) {
        Optional<String> text(String name) {
            return source.apply("portal.sms." + name).map(String::strip).filter(text -> !text.isEmpty());
        }

        SmsSettings settings(String url) {
            String method = text("method").orElse("POST").toUpperCase(Locale.ROOT);
            if (!Set.of("POST", "PUT").contains(method)) {
                // What is fetched by GET may be fetched again on the way, and would be sent again.
                throw wrong("method", "is " + method + "; only POST and PUT are not repeated on the way");
            }
            String body = text("body").orElseThrow(() -> wrong("body", "is missing"));
            List<Header> headers = headers(text("headers").orElse(""));
            Form form = form(headers, body);
            if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase(CONTENT_TYPE))) {
                headers.add(new Header(CONTENT_TYPE, form.mediaType));
            }
            address(url);
            requireGap(url + body, TO, "body");
            requireGap(url + body, TEXT, "body");
            boolean keyed = text("keyed").map(Boolean::valueOf).orElse(false);
            if (keyed) {
                requireGap(url + body + headers.stream().map(Header::value).collect(Collectors.joining()), KEY, "body");
            }
            return new SmsSettings(
                    url,
                    method,
                    List.copyOf(headers),
                    body,
                    form,
                    numbers(),
                    statuses("status.taken", "200-299"),
                    statuses("status.refused", "400 413 422"),
                    statuses("status.not.taken", "429 500 503"),
                    pointer("code.path"),
                    words("code.taken"),
                    words("code.refused"),
                    pointer("id.path"),
                    keyed,
                    Duration.ofSeconds(number("timeout", 20, 1, 120)),
                    number("abreast", 4, 1, 64));
        }

        private void address(String url) {
            try {
                URI address = URI.create(filled(url, "0905000000", "x", "x", Form::inAddress));
                if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                        || address.getHost() == null) {
                    throw wrong("url", "is no http or https address");
                }
            } catch (IllegalArgumentException unreadable) {
                throw wrong("url", "is no http or https address");
            }
        }

        /** One a line, or parted by bars. */
        private List<Header> headers(String text) {
            List<Header> headers = new ArrayList<>();
            for (String line : text.split("[\\n|]", -1)) {
                int colon = line.indexOf(':');
                if (!line.isBlank() && colon < 1) {
                    throw wrong("headers", "holds a part without a colon; it is Name: value|Name: value");
                }
                if (!line.isBlank()) {
                    headers.add(new Header(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip()));
                }
            }
            return headers;
        }

        private Form form(List<Header> headers, String body) {
            String type = headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(CONTENT_TYPE))
                    .map(header -> header.value().toLowerCase(Locale.ROOT))
                    .findFirst()
                    .orElse(body.startsWith("{") || body.startsWith("[") ? "json" : "form");
            return type.contains("json") ? Form.JSON : Form.FORM;
        }

        private String numbers() {
            String numbers = text("numbers").orElse("84");
            if (!Set.of("0", "84", "+84").contains(numbers)) {
                throw wrong("numbers", "is " + numbers + "; it is 0, 84 or +84: how the numbers begin");
            }
            return numbers;
        }

        private Set<Integer> statuses(String name, String usual) {
            String text = text(name).orElse(usual);
            try {
                return Arrays.stream(text.split("[,\\s]+", -1))
                        .map(part -> part.split("-", 2))
                        .flatMapToInt(ends -> IntStream.rangeClosed(
                                Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])))
                        .boxed()
                        .collect(Collectors.toUnmodifiableSet());
            } catch (NumberFormatException noNumber) {
                throw wrong(name, "is \"" + text + "\"; it is a list of numbers or ranges such as 200-299 409");
            }
        }

        private Set<String> words(String name) {
            return text(name)
                    .map(text -> Set.copyOf(List.of(text.split("[,\\s]+", -1))))
                    .orElse(Set.of());
        }

        private String pointer(String name) {
            String text = text(name).orElse("");
            if (!text.isEmpty() && !text.startsWith("/")) {
                throw wrong(name, "is \"" + text + "\"; it is a JSON pointer such as /data/id");
            }
            return text;
        }

        private int number(String name, int usual, int least, int most) {
            String text = text(name).orElse(String.valueOf(usual));
            if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw wrong(name, "is " + text + "; it is a number from " + least + " to " + most);
            }
            return Integer.parseInt(text);
        }

        private void requireGap(String text, String gap, String name) {
            if (!text.contains(gap)) {
                throw wrong(name, "lacks " + gap);
            }
        }

        private static IllegalArgumentException wrong(String name, String why) {
            return new IllegalArgumentException(
                    "PORTAL_SMS_" + name.toUpperCase(Locale.ROOT).replace('.', '_') + " " + why);
        }
    }

    URI address(Outgoing message) {
        return URI.create(filled(url, to(message), message.body(), message.id().toString(), Form::inAddress));
    }

    String body(Outgoing message) {
        return filled(body, to(message), message.body(), message.id().toString(), form.written);
    }

    /** What a header holds cannot end it. */
    List<Header> headers(Outgoing message) {
        return headers.stream()
                .map(header -> new Header(
                        header.name(),
                        filled(
                                header.value(),
                                to(message),
                                message.body(),
                                message.id().toString(),
                                value -> value.replaceAll("[\\r\\n]+", " "))))
                .toList();
    }

    private String to(Outgoing message) {
        return numbers.equals("0")
                ? message.recipient()
                : numbers + message.recipient().substring(1);
    }

    /** Each gap once: what is filled in may look like a gap. */
    private static String filled(String text, String to, String words, String key, UnaryOperator<String> written) {
        StringBuilder filled = new StringBuilder(text.length() + words.length());
        for (int at = 0; at < text.length(); ) {
            if (text.startsWith(TO, at)) {
                filled.append(written.apply(to));
                at += TO.length();
            } else if (text.startsWith(TEXT, at)) {
                filled.append(written.apply(words));
                at += TEXT.length();
            } else if (text.startsWith(KEY, at)) {
                filled.append(written.apply(key));
                at += KEY.length();
            } else {
                filled.append(text.charAt(at++));
            }
        }
        return filled.toString();
    }

    /** Address and headers may hold what signs in. */
    @Override
    public String toString() {
        return "SmsSettings[…]";
    }
}
