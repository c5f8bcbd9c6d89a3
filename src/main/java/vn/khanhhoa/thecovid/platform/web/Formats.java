package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.PortalClock;

/** Days, times and numbers as the reader writes them: {@code #{format.day(entry.validTo())}}. Empty for nothing. */
@Named("format")
@RequestScoped
public class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(PortalClock.ZONE);

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** As an example of how days are written. */
    public String today() {
        return DAY.format(LocalDate.now(clock));
    }

    /** As an example of how moments are written. */
    public String now() {
        return time(clock.instant());
    }

    /** The day of a moment. */
    public String date(@Nullable Instant time) {
        return time == null ? "" : DAY.format(time.atZone(PortalClock.ZONE));
    }

    public String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.getLocale()).format(number);
    }

    /** A size of a file in kB or MB. */
    public String size(long bytes) {
        return bytes < 1 << 20 ? number((bytes + 1023) / 1024) + " kB" : number(bytes >> 20) + " MB";
    }
}
