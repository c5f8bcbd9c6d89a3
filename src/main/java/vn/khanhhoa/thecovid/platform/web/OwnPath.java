package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Whether an address that somebody sent is a path of this portal. Browsers drop tabs and line breaks and take a backslash
 * for a slash, so that what looks like a path may name another host: only what an address may plainly hold passes.
 */
public final class OwnPath {
    private static final Pattern OWN = Pattern.compile("/(?!/)[\\w\\-./~%!$&'()*+,;=:@?]*");
    private static final Pattern TWOFOLD = Pattern.compile(
            "//|[;\\\\]|%(2[ef]|5c|[01][0-9a-f]|7f|(?![0-9a-f]{2}))|/\\.{1,2}(/|$)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2_000;

    private OwnPath() {}

    public static boolean isOwn(String path) {
        return path.length() <= LONGEST && OWN.matcher(path).matches();
    }

    /** Where the reader comes from; only the path of the referring page is used, so that it leads nowhere else. */
    public static String back(HttpServletRequest request) {
        String referrer = request.getHeader("Referer");
        if (referrer == null) {
            return "/";
        }
        try {
            URI page = URI.create(referrer);
            String path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            return isOwn(path) ? path : "/";
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    /**
     * Whether the path of a request, as it was sent, has one reading only: no empty or dotted steps, no slash or dot in
     * disguise, nothing that cannot be decoded, no parameters of a step, among which servers look for a session. No page or program of ours sends another.
     */
    static boolean isPlain(String rawPath) {
        return !TWOFOLD.matcher(rawPath).find();
    }

    /** The path that the server goes by, whatever was sent. */
    public static String of(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
