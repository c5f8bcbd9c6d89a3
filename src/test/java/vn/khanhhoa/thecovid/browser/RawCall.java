package vn.khanhhoa.thecovid.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A call exactly as it is written: clients put addresses right before they send them, attackers do not. */
final class RawCall {
    private static final int PATIENCE_MILLIS = 20_000;

    /** The head as it came. */
    record Answer(int status, String head, String body) {
        /** Empty without one. */
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final StringBuilder head;

    private RawCall(String method, String address) {
        URI portal = URI.create(RunningPortal.get().url("/"));
        head = new StringBuilder(method + " " + address + " HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\n");
    }

    static RawCall get(String address) {
        return new RawCall("GET", address);
    }

    static RawCall post(String address, String mediaType, long length) {
        return post(address, mediaType).with("Content-Length", "" + length);
    }

    static RawCall post(String address, String mediaType) {
        return new RawCall("POST", address).with("Content-Type", mediaType);
    }

    RawCall with(String header, String value) {
        head.append(header).append(": ").append(value).append("\r\n");
        return this;
    }

    /** In the session of a visitor. */
    RawCall as(Visitor visitor) {
        String cookies = visitor.page().context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .reduce((all, next) -> all + "; " + next)
                .orElse("");
        return with("Cookie", cookies);
    }

    Answer send() throws IOException {
        return send(new byte[0], 1);
    }

    /** Sends less of the body than was announced: whoever answers has not waited for it. */
    int statusBeforeTheBody(byte[] begin) throws IOException {
        return send(begin, 1, false).status();
    }

    Answer send(byte[] body, int times) throws IOException {
        return send(body, times, true);
    }

    private Answer send(byte[] body, int times, boolean whole) throws IOException {
        URI portal = URI.create(RunningPortal.get().url("/"));
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            for (int time = 0; time < times; time++) {
                socket.getOutputStream().write(body);
            }
            return read(socket.getInputStream(), whole);
        }
    }

    private static Answer read(InputStream in, boolean whole) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (whole) {
            in.transferTo(all);
        } else {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                all.write(next);
            }
        }
        String[] parts = all.toString(StandardCharsets.UTF_8).split("\r\n\r\n", 2);
        return new Answer(Integer.parseInt(parts[0].split(" ")[1]), parts[0], parts.length == 2 ? parts[1] : "");
    }
}
