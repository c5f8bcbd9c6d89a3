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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.stafflist.Correspondence;
import vn.khanhhoa.thecovid.stafflist.Correspondence.Addressee;
import vn.khanhhoa.thecovid.stafflist.RegistrationCode;

/**
 * Requests of which their people want no more than need be told. By the look-up code, which stays the same through all
 * amendments, and never by the phone: anybody can give anybody's number.
 */
@ApplicationScoped
class OptOuts {
    private static final String STOPPABLE = Arrays.stream(MessageKind.values())
            .filter(MessageKind::isStoppable)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", "));

    private static final Pattern ENTRY_OF_CAUSE = Pattern.compile("/e(\\d+)/S$");

    private record Waiting(long id, long entryId) {}

    @Inject
    private Correspondence correspondence;

    @Inject
    private Messages messages;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Those of the codes. */
    Set<RegistrationCode> among(Collection<RegistrationCode> codes) {
        List<RegistrationCode> asked = List.copyOf(Set.copyOf(codes));
        if (asked.isEmpty()) {
            return Set.of();
        }
        Set<ByteBuffer> stopped = new HashSet<>(sql.list(
                "SELECT code_hash FROM notification_opt_out WHERE code_hash IN (" + Sql.marks(asked.size()) + ")",
                row -> ByteBuffer.wrap(row.getBytes(1)),
                asked.stream().map(this::hash).toArray()));
        return asked.stream()
                .filter(code -> stopped.contains(ByteBuffer.wrap(hash(code))))
                .collect(Collectors.toSet());
    }

    /** Whether it is of a kind and a request of which its recipient wants no more, however it came to wait again. */
    boolean isStopped(Message message) {
        if (message.channel() != Channel.SMS || !message.kind().isStoppable()) {
            return false;
        }
        List<RegistrationCode> codes =
                correspondence.addressees(Actor.PORTAL, List.of(entryOf(message.cause()))).stream()
                        .map(Addressee::code)
                        .toList();
        return !among(codes).isEmpty();
    }

    /** From now on, and for what has not left yet. */
    void stop(Addressee person) {
        sql.update(
                "INSERT INTO notification_opt_out (code_hash, since) VALUES (?, ?) ON DUPLICATE KEY UPDATE since = since",
                hash(person.code()),
                clock.instant());
        person.mobile()
                .ifPresent(number -> waiting(number.digits(), person.code())
                        .forEach(id -> sql.update(
                                "UPDATE notification_message SET state = 'STOPPED', version = version + 1 WHERE id = ? AND state ="
                                        + " 'WAITING'",
                                id)));
    }

    /** What the phone is still to get of the same request and no other. */
    private List<Long> waiting(String digits, RegistrationCode code) {
        List<Waiting> waiting = sql.list(
                "SELECT id, cause_key FROM notification_message WHERE recipient_hash = ? AND channel = 'SMS' AND state ="
                        + " 'WAITING' AND cause_key IS NOT NULL AND kind IN (" + STOPPABLE + ")",
                row -> new Waiting(row.getLong(1), entryOf(row.getString(2))),
                (Object) messages.hash(digits));
        Set<Long> own =
                correspondence
                        .addressees(
                                Actor.PORTAL,
                                waiting.stream()
                                        .map(Waiting::entryId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .filter(other -> other.code().equals(code))
                        .map(Addressee::entryId)
                        .collect(Collectors.toSet());
        return waiting.stream()
                .filter(message -> own.contains(message.entryId()))
                .map(Waiting::id)
                .toList();
    }

    private static long entryOf(String cause) {
        Matcher entry = ENTRY_OF_CAUSE.matcher(cause);
        return entry.find() ? Long.parseLong(entry.group(1)) : 0;
    }

    void allow(Addressee person) {
        sql.update("DELETE FROM notification_opt_out WHERE code_hash = ?", (Object) hash(person.code()));
    }

    private byte[] hash(RegistrationCode code) {
        return cipher.match("opt-out", code.text());
    }
}
