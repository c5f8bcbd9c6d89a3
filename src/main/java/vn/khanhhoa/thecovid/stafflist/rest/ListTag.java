package vn.khanhhoa.thecovid.stafflist.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.stafflist.StaffListView;

/** The ETag of a list, by which a caller says what it has seen (RFC 9110, section 13.1). */
final class ListTag {
    private static final int BYTES = 12;

    private ListTag() {}

    static String of(StaffListView list, long revision) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((list + "\n" + revision).getBytes(StandardCharsets.UTF_8));
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param wanted If-Match, or null where the caller does not mind */
    static void require(@Nullable String wanted, String tag) {
        if (wanted != null
                && !wanted.strip().equals("*")
                && Arrays.stream(wanted.split(",", -1)).map(String::strip).noneMatch(tag::equals)) {
            throw new ApiRefusal(412, "platform.changed-meanwhile");
        }
    }
}
