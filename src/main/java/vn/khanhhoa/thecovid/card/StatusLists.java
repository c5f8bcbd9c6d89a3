package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
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
    /** Whoever asks after it reads what changed, while the others go by what is known. */
    private static final Duration READ_AGAIN = Duration.ofSeconds(3);

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

    /** @param changes on this node that were there before it was read */
    private record Seen(StatusList list, Instant at, long changes) {}

    @Inject
    private StatusBoard board;

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    /** Of who reads and signs. */
    private final ReentrantLock turn = new ReentrantLock();

    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Seen seen;
    private Instant readWholeAt = Instant.EPOCH;
    private @Nullable Kept kept;

    /** @param subject the address that the list goes by */
    @Requires(Permission.RUN_JOBS)
    public Signed whole(Actor portal, String subject) {
        turn.lock();
        try {
            Seen now = refreshed(FRESH);
            Kept last = kept;
            if (last == null || !isYoung(last.madeAt(), now.at(), SIGNED_FOR)) {
                byte[] signed = now.list().signed(keys.signer(), frame(subject, now.at()));
                last = new Kept(new Signed(signed, StatusList.TYPE, tag(now)), now.at());
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
            Seen now = refreshed(FRESH);
            if (!isYoung(since, now.at(), LONGEST_GAP)) {
                return Optional.empty();
            }
            return board.since(since, MOST_CHANGES)
                    .map(changed -> new Signed(
                            now.list().changes(keys.signer(), frame(subject, now.at()), since, changed),
                            StatusList.CHANGES_TYPE,
                            tag(now)));
        } finally {
            turn.unlock();
        }
    }

    /** As the holder of the place stands, at most some seconds ago; empty where nobody has read it lately, rather than wait for it. */
    @Requires(Permission.RUN_JOBS)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<CardStatus> at(Actor portal, long place) {
        if (!isKnown(READ_AGAIN) && turn.tryLock()) {
            try {
                refreshed(READ_AGAIN);
            } finally {
                turn.unlock();
            }
        }
        Seen known = seen;
        return known != null && isKnown(FRESH) ? Optional.of(known.list().get(place)) : Optional.empty();
    }

    /** What somebody does to a card shows at once where it was done. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CardChanged change) {
        if (change.subjectKind().equals("card")) {
            changes.incrementAndGet();
        }
    }

    private boolean isKnown(Duration most) {
        Seen known = seen;
        return known != null && known.changes() == changes.get() && isYoung(known.at(), now(), most);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Seen refreshed(Duration most) {
        Instant now = now();
        long before = changes.get();
        Seen last = seen;
        if (last == null
                || last.at().isAfter(now)
                || !isYoung(readWholeAt, now, READ_ANEW)) { // a clock may be set back
            return readWhole(now, before);
        }
        if (isKnown(most)) {
            return last;
        }
        Optional<SortedMap<Long, CardStatus>> changed = board.since(last.at(), MOST_CHANGES);
        if (changed.isEmpty()) {
            return readWhole(now, before);
        }
        changed.get().forEach(last.list()::set);
        Seen read = new Seen(last.list(), now, before);
        seen = read;
        return read;
    }

    private Seen readWhole(Instant now, long before) {
        Seen read = new Seen(board.all(), now, before);
        readWholeAt = now;
        seen = read;
        return read;
    }

    private static boolean isYoung(Instant made, Instant now, Duration most) {
        return !made.isAfter(now) && made.plus(most).isAfter(now);
    }

    private static StatusList.Frame frame(String subject, Instant now) {
        return new StatusList.Frame(SigningKeys.ISSUER, subject, now, now.plus(GOOD_FOR), SECONDS_TO_LIVE);
    }

    /** Another one each day, though no card changes: who has the list of yesterday shall fetch it before it is void. */
    private static String tag(Seen now) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(now.list().digest()) + "-"
                + now.at().truncatedTo(ChronoUnit.DAYS).getEpochSecond();
    }
}
