package vn.khanhhoa.thecovid.notification.carrier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of a mail server as it takes to answer wrongly at a chosen place, which a good one never does. */
final class SmtpStandIn implements AutoCloseable {
    static final String BREAKS_OFF = "";

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    /** @param answers by the first word of what is answered, "." for the end of a mail */
    SmtpStandIn(Map<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread thread = new Thread(this::serve, "smtp-stand-in");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try (Socket caller = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 stand-in\r\n");
            out.flush();
            StringBuilder mail = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (mail != null && !line.equals(".")) {
                    mail.append(line).append('\n');
                    continue;
                }
                if (mail != null) {
                    mails.add(mail.toString());
                    mail = null;
                }
                String word = line.split(" ", -1)[0];
                String answer = answers.getOrDefault(word, word.equals("DATA") ? "354 go on" : "250 ok");
                if (answer.equals(BREAKS_OFF)) {
                    return;
                }
                if (answer.startsWith("354")) {
                    mail = new StringBuilder();
                }
                out.print(answer + "\r\n");
                out.flush();
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
