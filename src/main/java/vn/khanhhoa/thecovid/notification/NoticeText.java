package vn.khanhhoa.thecovid.notification;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.web.OwnPath;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What a notice says, to whom and how long. Plain text in both languages.
 *
 * @param link an own path or an https address; empty for none
 * @param from first moment in Asia/Ho_Chi_Minh; to, the first in which it is gone
 */
public record NoticeText(
        NoticeKind kind,
        NoticeAudience audience,
        String vietnamese,
        String english,
        String link,
        LocalDateTime from,
        LocalDateTime to) {
    private static final int LONGEST = 500;
    private static final int LONGEST_LINK = 400;
    private static final Pattern HTTPS = Pattern.compile("https://[^\\s\"<>]+");

    public NoticeText {
        if (vietnamese.isBlank() || english.isBlank()) {
            throw new RuleViolation("notification.notice.text-missing");
        }
        if (vietnamese.length() > LONGEST || english.length() > LONGEST) {
            throw new RuleViolation("notification.notice.text-too-long", LONGEST);
        }
        boolean good =
                link.isEmpty() || OwnPath.isOwn(link) || HTTPS.matcher(link).matches();
        if (!good || link.length() > LONGEST_LINK) {
            throw new RuleViolation("notification.notice.link-bad");
        }
        if (!from.isBefore(to)) {
            throw new RuleViolation("notification.notice.ends-first");
        }
    }

    public Instant begin() {
        return from.atZone(PortalClock.ZONE).toInstant();
    }

    public Instant end() {
        return to.atZone(PortalClock.ZONE).toInstant();
    }
}
