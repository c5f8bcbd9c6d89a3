package vn.khanhhoa.thecovid.verification;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A paper that still counts beside the card.
 *
 * @param to its last day; none where it counts until further notice
 * @param everywhere at all posts of the agency
 */
public record PaperView(
        String code,
        String nameVi,
        String nameEn,
        LocalDate from,
        @Nullable LocalDate to,
        boolean everywhere) {
    public String name(Locale language) {
        return language.getLanguage().equals("vi") ? nameVi : nameEn;
    }

    public boolean countsOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }
}
