package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.PortalClock;

/** Days and moments as pages write them, in both languages: {@code 05/12/2021} and {@code 14:30, 05/12/2021}. */
@Named("moments")
@ApplicationScoped
public class Moments {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm, dd/MM/uuuu", Locale.ROOT).withZone(PortalClock.ZONE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** Empty for what has not happened. */
    public String of(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
