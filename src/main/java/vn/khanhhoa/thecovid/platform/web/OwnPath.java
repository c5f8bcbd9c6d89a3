package vn.khanhhoa.thecovid.platform.web;

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
}
