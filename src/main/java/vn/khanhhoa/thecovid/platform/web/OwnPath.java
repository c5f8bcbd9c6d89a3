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
}
