package vn.khanhhoa.thecovid.notification;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.stafflist.MobileNumber;

/**
 * Which messages are looked for; what is empty does not matter.
 *
 * @param from first day on which they were written; to, the last
 * @param recipient a whole address or mobile number
 */
public record OutboxFilter(
        Optional<Channel> channel,
        Optional<MessageState> state,
        Optional<MessageKind> kind,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String recipient) {
    public static final OutboxFilter ALL = new OutboxFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    public static OutboxFilter of(MessageState state) {
        return new OutboxFilter(
                Optional.empty(), Optional.of(state), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    public static OutboxFilter to(String recipient) {
        return new OutboxFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), recipient);
    }

    /** As SQL. @param hash by which hidden recipients are found; the arguments are added to args */
    String condition(Function<String, byte[]> hash, List<@Nullable Object> args) {
        StringBuilder where = new StringBuilder("1 = 1");
        channel.ifPresent(wanted -> {
            where.append(" AND channel = ?");
            args.add(wanted.name());
        });
        state.ifPresent(wanted -> {
            where.append(" AND state = ?");
            args.add(wanted.name());
        });
        kind.ifPresent(wanted -> {
            where.append(" AND kind = ?");
            args.add(wanted.name());
        });
        from.ifPresent(day -> {
            where.append(" AND created_at >= ?");
            args.add(day.atTime(LocalTime.MIN).atZone(PortalClock.ZONE).toInstant());
        });
        to.ifPresent(day -> {
            where.append(" AND created_at < ?");
            args.add(day.plusDays(1)
                    .atTime(LocalTime.MIN)
                    .atZone(PortalClock.ZONE)
                    .toInstant());
        });
        if (!recipient.isBlank()) {
            String address = MobileNumber.parse(recipient)
                    .map(MobileNumber::digits)
                    .orElseGet(() -> recipient.strip().toLowerCase(Locale.ROOT));
            where.append(" AND (recipient = ? OR recipient_hash = ?)");
            args.add(address);
            args.add(hash.apply(address));
        }
        return where.toString();
    }

    @Override
    public String toString() {
        return "OutboxFilter[…]";
    }
}
