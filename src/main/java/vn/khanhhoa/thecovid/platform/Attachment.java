package vn.khanhhoa.thecovid.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How an answer says that it is a file to keep, and what it is called (RFC 6266). */
public final class Attachment {
    public static final String HEADER = "Content-Disposition";

    private Attachment() {}

    public static String named(String fileName) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
