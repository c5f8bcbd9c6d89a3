package vn.khanhhoa.thecovid.platform.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Two fields of a page, from a day to a day; either may be left empty. */
public final class DayFields {
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    /** @param otherwise where the field is empty */
    public LocalDate first(LocalDate otherwise) {
        LocalDate typed = from;
        return typed == null ? otherwise : typed;
    }

    /** The first day alone, where no last day was given. @param otherwise where both fields are empty */
    public LocalDate last(LocalDate otherwise) {
        LocalDate typed = to;
        return typed == null ? first(otherwise) : typed;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
