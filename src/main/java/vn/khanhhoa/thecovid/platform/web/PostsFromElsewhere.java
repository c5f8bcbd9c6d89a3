package vn.khanhhoa.thecovid.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another site has a browser send here in the reader's session: whatever changes something, at every
 * address, comes from a page of the portal. Browsers say so themselves, in headers that no page can set; programs that say
 * nothing hold nobody's session. In the API a session is not looked at.
 */
public class PostsFromElsewhere implements Filter {
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String API = "/api/";

    @Inject
    private PublicAddress address;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest sent = (HttpServletRequest) request;
        if (CHANGE_NOTHING.contains(sent.getMethod())
                || OwnPath.of(sent).startsWith(API)
                || isOwn(
                        sent.getHeader("Sec-Fetch-Site"),
                        sent.getHeader("Origin"),
                        sent.getHeader("Referer"),
                        sent.getHeader("Host"),
                        address.link("/"))) {
            chain.doFilter(request, response);
        } else {
            BareAnswer.give(
                    sent,
                    (HttpServletResponse) response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "platform.error.from-elsewhere");
        }
    }

    /**
     * By the first that the browser sent of what says from where.
     *
     * @param host as it was asked for, where no proxy changed it
     * @param portal where readers find the portal
     */
    static boolean isOwn(
            @Nullable String site,
            @Nullable String origin,
            @Nullable String referrer,
            @Nullable String host,
            String portal) {
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String from = origin == null ? referrer : origin;
        if (from == null) {
            return true;
        }
        String authority = authority(from);
        return !authority.isEmpty() && (isSame(from, portal) || host != null && authority.equalsIgnoreCase(host));
    }

    private static boolean isSame(String from, String portal) {
        return scheme(from).equals(scheme(portal)) && authority(from).equals(authority(portal));
    }

    private static String scheme(String address) {
        return address.substring(0, Math.max(0, address.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    /** Host and port; empty where there is none, as of the origin {@code null}. */
    private static String authority(String address) {
        try {
            String authority = URI.create(address).getRawAuthority();
            return authority == null
                    ? ""
                    : authority
                            .toLowerCase(Locale.ROOT)
                            .replaceFirst(scheme(address).equals("https") ? ":443$" : ":80$", "");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
