package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.Sql;

/** Phones that are not to get what need not be told. By the number, whoever else it belongs to. */
@ApplicationScoped
class OptOuts {
    private static final String STOPPABLE = Arrays.stream(MessageKind.values())
            .filter(MessageKind::isStoppable)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", "));

    @Inject
    private Messages messages;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Those of the numbers. */
    Set<String> among(Collection<String> digits) {
        List<String> numbers = List.copyOf(Set.copyOf(digits));
        if (numbers.isEmpty()) {
            return Set.of();
        }
        Object[] hashes = numbers.stream().map(messages::hash).toArray();
        Set<ByteBuffer> stopped = new HashSet<>(sql.list(
                "SELECT phone_hash FROM notification_opt_out WHERE phone_hash IN (" + Sql.marks(hashes.length) + ")",
                row -> ByteBuffer.wrap(row.getBytes(1)),
                hashes));
        return numbers.stream()
                .filter(number -> stopped.contains(ByteBuffer.wrap(messages.hash(number))))
                .collect(Collectors.toSet());
    }

    /** From now on, and for what has not left yet. */
    void stop(String digits) {
        byte[] hash = messages.hash(digits);
        sql.update(
                "INSERT INTO notification_opt_out (phone_hash, since) VALUES (?, ?) ON DUPLICATE KEY UPDATE since = since",
                hash,
                clock.instant());
        sql.update(
                "UPDATE notification_message SET state = 'STOPPED', version = version + 1 WHERE recipient_hash = ? AND"
                        + " channel = 'SMS' AND state = 'WAITING' AND kind IN (" + STOPPABLE + ")",
                (Object) hash);
    }

    void allow(String digits) {
        sql.update("DELETE FROM notification_opt_out WHERE phone_hash = ?", (Object) messages.hash(digits));
    }
}
