package vn.khanhhoa.thecovid.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.platform.PortalClock;

/** A moment as officers write it: {@code 08:30 07/10/2021}, or the day alone for its midnight. */
public final class MomentText {
    private static final Pattern HOUR_FIRST = Pattern.compile("(\\d{1,2})[:hg.](\\d{2})[, ]+(\\S+)");

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu").withZone(PortalClock.ZONE);

    private MomentText() {}

    public static String of(Instant moment) {
        return WRITTEN.format(moment);
    }

    public static Optional<Instant> read(String text) {
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
