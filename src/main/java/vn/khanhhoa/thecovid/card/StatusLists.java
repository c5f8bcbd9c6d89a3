package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.token.CardStatus;
import vn.khanhhoa.thecovid.card.token.StatusList;
import vn.khanhhoa.thecovid.platform.UseCase;

/**
 * How every card stands, signed, for devices that have to do without a network. One list a node, some seconds old; with it anybody
 * could watch how somebody's card fares, so whoever hands it out makes sure that a device of a post asks.
 */
@UseCase
public class StatusLists {
    static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration SIGNED_FOR = Duration.ofSeconds(30);
    private static final Duration READ_ANEW = Duration.ofHours(1);
    private static final Duration GOOD_FOR = Duration.ofHours(48);
    private static final Duration LONGEST_GAP = Duration.ofHours(24);
    private static final int SECONDS_TO_LIVE = 300;

    /**
     * A signed document.
     *
     * @param type media type
     * @param tag the same while all cards stand as they did
     */
    public record Signed(byte[] document, String type, String tag) {}

    private static final int MOST_CHANGES = 100_000;

    private record Kept(Signed signed, Instant madeAt) {}

    @Inject
    private StatusBoard board;

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    private final ReentrantLock turn = new ReentrantLock();
    private StatusList list = new StatusList();
    private volatile boolean outdated;
    private @Nullable Instant readAt;
    private Instant readWholeAt = Instant.EPOCH;
    private @Nullable Kept kept;

    /** @param subject the address that the list goes by */
    @Requires(Permission.RUN_JOBS)
    public Signed whole(Actor portal, String subject) {
        turn.lock();
        try {
            Instant now = refreshed();
            Kept last = kept;
            if (last == null || !isYoung(last.madeAt(), now, SIGNED_FOR)) {
                last = new Kept(
                        new Signed(list.signed(keys.signer(), frame(subject, now)), StatusList.TYPE, tag(now)), now);
                kept = last;
            }
            return last.signed();
        } finally {
            turn.unlock();
        }
    }

    /** For who has the list of that moment; empty where that is too long ago or still to come, or the whole list is shorter. */
    @Requires(Permission.RUN_JOBS)
    public Optional<Signed> changes(Actor portal, String subject, Instant since) {
        turn.lock();
        try {
            Instant now = refreshed();
            if (!isYoung(since, now, LONGEST_GAP)) {
                return Optional.empty();
            }
            return board.since(since, MOST_CHANGES)
                    .map(changed -> new Signed(
                            list.changes(keys.signer(), frame(subject, now), since, changed),
                            StatusList.CHANGES_TYPE,
                            tag(now)));
        } finally {
            turn.unlock();
        }
    }

    /** As the holder of the place stands, at most some seconds ago; empty while the list is being read, rather than wait for it. */
    @Requires(Permission.RUN_JOBS)
    public Optional<CardStatus> at(Actor portal, long place) {
        if (!turn.tryLock()) {
            return Optional.empty();
        }
        try {
            refreshed();
            return Optional.of(list.get(place));
        } finally {
            turn.unlock();
        }
    }

    /** What somebody does to a card shows at once where it was done. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CardChanged change) {
        outdated = outdated || change.subjectKind().equals("card");
    }

    private Instant refreshed() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant last = readAt;
        boolean again = outdated;
        outdated = false;
        if (last == null || last.isAfter(now) || !isYoung(readWholeAt, now, READ_ANEW)) { // a clock may be set back
            readWhole(now);
        } else if (again || !isYoung(last, now, FRESH)) {
            board.since(last, MOST_CHANGES)
                    .ifPresentOrElse(changed -> changed.forEach(list::set), () -> readWhole(now));
            readAt = now;
        }
        return Objects.requireNonNull(readAt);
    }

    private void readWhole(Instant now) {
        list = board.all();
        readWholeAt = now;
        readAt = now;
    }

    private static boolean isYoung(Instant made, Instant now, Duration most) {
        return !made.isAfter(now) && made.plus(most).isAfter(now);
    }

    private static StatusList.Frame frame(String subject, Instant now) {
        return new StatusList.Frame(SigningKeys.ISSUER, subject, now, now.plus(GOOD_FOR), SECONDS_TO_LIVE);
    }

    /** Another one each day, though no card changes: who has the list of yesterday shall fetch it before it is void. */
    private String tag(Instant signedAt) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(list.digest()) + "-"
                + signedAt.truncatedTo(ChronoUnit.DAYS).getEpochSecond();
    }
}
