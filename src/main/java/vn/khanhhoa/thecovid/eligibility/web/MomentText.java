package vn.khanhhoa.thecovid.eligibility.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.web.DayText;

/** A moment as officers write it: {@code 08:30 07/10/2021}, or the day alone for its midnight. */
final class MomentText {
    private static final Pattern HOUR_FIRST = Pattern.compile("(\\d{1,2})[:hg.](\\d{2})[, ]+(\\S+)");

    private MomentText() {}

    static Optional<Instant> read(String text) {
        String typed = text.strip();
        Matcher parts = HOUR_FIRST.matcher(typed);
        if (!parts.matches()) {
            return DayText.read(typed)
                    .map(day -> day.atStartOfDay(PortalClock.ZONE).toInstant());
        }
        try {
            LocalTime hour = LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            return DayText.read(parts.group(3))
                    .map(day -> day.atTime(hour).atZone(PortalClock.ZONE).toInstant());
        } catch (DateTimeException noSuchHour) {
            return Optional.empty();
        }
    }
}
