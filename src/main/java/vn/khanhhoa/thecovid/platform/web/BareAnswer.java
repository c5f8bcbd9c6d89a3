package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * A refusal without a page of its own: to a program as problem+json (RFC 9457), to others in two sentences. A page would
 * look at what was sent, and so wait for all of it.
 */
final class BareAnswer {
    private BareAnswer() {}

    static void give(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        give(request, response, status, "platform.error.400.text");
    }

    static void give(HttpServletRequest request, HttpServletResponse response, int status, String sentence)
            throws IOException {
        response.setStatus(status);
        if (OwnPath.of(request).startsWith("/api/")) {
            problem(response, status);
        } else {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .write(Texts.get(Texts.VIETNAMESE, sentence) + "\n" + Texts.get(Locale.ENGLISH, sentence) + "\n");
        }
    }

    static void problem(HttpServletResponse response, int status) throws IOException {
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter().write("{\"type\":\"about:blank\",\"status\":" + status + "}");
    }
}
