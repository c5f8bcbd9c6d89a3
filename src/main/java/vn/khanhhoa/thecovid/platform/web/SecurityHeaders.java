package vn.khanhhoa.thecovid.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Headers that every answer carries. PrimeFaces adds the nonces of its scripts to the policy; what it does not write
 * (files, the API) gets the strict one. Whatever may hold personal data is not to be stored on the way; what it is, is told
 * by the path that the server goes by, for what was sent may only look like another.
 */
public class SecurityHeaders implements Filter {
    private static final String POLICY = "Content-Security-Policy";

    @Inject
    private PublicAddress address;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader(
                POLICY,
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
                        + " frame-ancestors 'none'");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        String path = OwnPath.of((HttpServletRequest) request);
        if (!path.startsWith("/jakarta.faces.resource/") && !path.startsWith("/resources/")) {
            answer.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, new OnePolicy(answer, address.isSecure()));
    }

    /** A second policy would narrow the first: a page's own takes its place. Cookies go where the public address goes. */
    private static final class OnePolicy extends HttpServletResponseWrapper {
        private final boolean secure;

        OnePolicy(HttpServletResponse response, boolean secure) {
            super(response);
            this.secure = secure;
        }

        @Override
        public void addCookie(Cookie cookie) {
            if (secure) {
                cookie.setSecure(true);
            }
            super.addCookie(cookie);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equals(POLICY)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
