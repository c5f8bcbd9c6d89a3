package vn.khanhhoa.thecovid.stafflist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A place in a queue that grows at one end and shrinks everywhere: pages go on from it, whatever was decided meanwhile. */
public record QueuePlace(Instant submittedAt, long entryId) {
    /** As it stands in an address: {@code 1637654400000000-1234}. */
    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, submittedAt) + "-" + entryId;
    }

    public static Optional<QueuePlace> parse(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QueuePlace(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1])));
        } catch (NumberFormatException | DateTimeException | ArithmeticException misspelt) {
            return Optional.empty();
        }
    }
}
