package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.FormTemplate;

/**
 * A version of a form template and how it came about.
 *
 * @param revision counts the changes of a draft
 * @param editor who last changed it; empty where it came with the reference pack
 */
public record FormVersion(
        FormTemplate template,
        FormState state,
        int revision,
        String editor,
        @Nullable Instant editedAt,
        String publisher,
        @Nullable Instant publishedAt) {
    public String code() {
        return template.code();
    }

    public int version() {
        return template.version();
    }

    public boolean isDraft() {
        return state == FormState.DRAFT;
    }

    public @Nullable LocalDate validFrom() {
        return template.validFrom();
    }

    /** Whether it is published and its first day is still to come. */
    public boolean isComing(LocalDate day) {
        return !isDraft() && !hasBegunOn(day);
    }

    /** Whether it is published and its first day has come. */
    public boolean hasBegunOn(LocalDate day) {
        LocalDate first = template.validFrom();
        return !isDraft() && first != null && !first.isAfter(day);
    }
}
