package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * How many SMS a phone gets on a day. Anybody can give any number, and the portal is not to be what floods it; a family or a
 * foreman that shares one still hears of some people.
 */
@ApplicationScoped
class PhoneLimits {
    static final int MOST = 10;
    /** Of those that a form without an account has sent. */
    static final int MOST_OF_STRANGERS = 3;

    private record Sent(ByteBuffer phone, MessageKind kind, int count) {}

    @Inject
    private Messages messages;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The day so far, and what is written on it from now on. */
    final class Day {
        private final Map<ByteBuffer, Integer> all = new HashMap<>();
        private final Map<ByteBuffer, Integer> strangers = new HashMap<>();
        private final Map<ByteBuffer, Integer> codes = new HashMap<>();

        /** Counts another SMS. Why it is not to be sent, empty where it is. */
        String withheld(MessageKind kind, String digits) {
            ByteBuffer phone = ByteBuffer.wrap(messages.hash(digits));
            if (kind == MessageKind.INDIVIDUAL_ENTERED && strangers.getOrDefault(phone, 0) >= MOST_OF_STRANGERS) {
                return "more than " + MOST_OF_STRANGERS + " SMS by forms without an account to this phone on one day";
            }
            if (numbersOf(kind).getOrDefault(phone, 0) >= MOST) {
                return "more than " + MOST + " SMS to this phone on one day";
            }
            count(phone, kind, 1);
            return "";
        }

        /** Codes, which anybody can have sent, use up nothing that others have to say. */
        private Map<ByteBuffer, Integer> numbersOf(MessageKind kind) {
            return kind == MessageKind.PROOF_CODE ? codes : all;
        }

        private void count(ByteBuffer phone, MessageKind kind, int more) {
            numbersOf(kind).merge(phone, more, Integer::sum);
            if (kind == MessageKind.INDIVIDUAL_ENTERED) {
                strangers.merge(phone, more, Integer::sum);
            }
        }
    }

    Day today(Collection<String> digits) {
        Day day = new Day();
        List<byte[]> hashes = digits.stream().distinct().map(messages::hash).toList();
        if (!hashes.isEmpty()) {
            List<Object> args = new ArrayList<>(hashes);
            args.add(LocalDate.now(clock).atStartOfDay(PortalClock.ZONE).toInstant());
            sql.list(
                            "SELECT recipient_hash, kind, COUNT(*) FROM notification_message WHERE recipient_hash IN ("
                                    + Sql.marks(hashes.size())
                                    + ") AND created_at >= ? AND channel = 'SMS' AND state NOT IN"
                                    + " ('STOPPED', 'WITHHELD') GROUP BY recipient_hash, kind",
                            row -> new Sent(
                                    ByteBuffer.wrap(row.getBytes(1)),
                                    MessageKind.valueOf(row.getString(2)),
                                    row.getInt(3)),
                            args.toArray())
                    .forEach(sent -> day.count(sent.phone(), sent.kind(), sent.count()));
        }
        return day;
    }
}
