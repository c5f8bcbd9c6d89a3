package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what none of our pages and programs sends, before anything looks into it: an address of two readings, a session or
 * a form in an address, which a link elsewhere could hold, and a form that is larger than any of ours.
 */
public class PlainRequests implements Filter {
    private static final String FORM = "jakarta.faces.ViewState";
    private static final String API_DESCRIPTION = "/openapi";

    /** What a form holds may stay in the session of its page until somebody puts it right. */
    private static final int LARGEST_FORM_OF_NOBODY = 64 << 10;

    private static final int LARGEST_FORM = 512 << 10;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest sent = (HttpServletRequest) request;
        int refusal = refusal(sent);
        if (refusal == 0) {
            chain.doFilter(request, response);
        } else {
            BareAnswer.give(sent, (HttpServletResponse) response, refusal);
        }
    }

    /** The status that says why, or 0. */
    private static int refusal(HttpServletRequest sent) {
        // The server itself takes a session out of an address before it tells the address.
        if (!OwnPath.isPlain(sent.getRequestURI())
                || sent.isRequestedSessionIdFromURL()
                || holdsForm(sent.getQueryString())) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (isForm(sent) && sent.getContentLengthLong() < 0) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        if (isForm(sent) && sent.getContentLengthLong() > largest(sent)) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        // What the server would tell below the description is what it is made with.
        return OwnPath.of(sent).startsWith(API_DESCRIPTION + "/") ? HttpServletResponse.SC_NOT_FOUND : 0;
    }

    private static boolean isForm(HttpServletRequest sent) {
        String type = sent.getContentType();
        return sent.getMethod().equals("POST")
                && type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    private static int largest(HttpServletRequest sent) {
        return sent.getUserPrincipal() == null ? LARGEST_FORM_OF_NOBODY : LARGEST_FORM;
    }

    private static boolean holdsForm(@Nullable String query) {
        if (query != null) {
            for (String part : query.split("&", -1)) {
                if (namesForm(part.split("=", 2)[0])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesForm(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8).equals(FORM);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }
}
