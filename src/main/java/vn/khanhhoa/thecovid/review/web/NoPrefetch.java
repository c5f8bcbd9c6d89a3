package vn.khanhhoa.thecovid.review.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * What a browser loads beforehand by itself it shows later without a word: nobody would be on record as having looked. Refused, it
 * asks again when somebody goes there.
 */
@WebFilter(urlPatterns = {"/agency/review-entry", "/agency/next-entry"})
public class NoPrefetch extends HttpFilter {
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (purpose(request, "Purpose").equals("prefetch")
                || purpose(request, "Sec-Purpose").startsWith("prefetch")) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String purpose(HttpServletRequest request, String header) {
        return Objects.requireNonNullElse(request.getHeader(header), "");
    }
}
