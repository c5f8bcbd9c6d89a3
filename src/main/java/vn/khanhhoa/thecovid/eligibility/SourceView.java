package vn.khanhhoa.thecovid.eligibility;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A source of health data.
 *
 * @param agency name of the agency whose it is
 * @param own whether the reader's agency is that one
 */
public record SourceView(long id, PublicId publicId, SourceForm about, String agency, boolean own, int version) {
    public String code() {
        return about.code();
    }

    public SourceKind kind() {
        return about.kind();
    }

    public boolean hasDeadline() {
        return about.eventHours() != null || about.resultHours() != null;
    }

    /**
     * By when a record is to be known: the later of the hours after the event and those after the result.
     *
     * @param day on which it was
     * @param event what it is about; of a day the end of it
     * @param result equal to the event where there is none
     */
    public Optional<Instant> due(LocalDate day, Instant event, Instant result) {
        LocalDate first = about.countedFrom();
        if (first != null && day.isBefore(first)) {
            return Optional.empty();
        }
        return Stream.of(after(event, about.eventHours()), after(result, about.resultHours()))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> after(Instant moment, @Nullable Integer hours) {
        return Optional.ofNullable(hours).map(Duration::ofHours).map(moment::plus);
    }
}
