package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Who works on which entry of a queue. Opening one takes it for some minutes, so that two do not read the same; to load one
 * beforehand takes it from nobody. A head gives entries to somebody for longer. What is not used in time is free again by itself: nothing is ever stuck.
 */
@UseCase
public class EntryClaims {
    private static final String FREE = "(holder_id IS NULL OR holder_id = ? OR held_until <= ?)";

    private static final String UNHELD = " AND (e.holder_id IS NULL OR e.held_until <= ?)";
    private static final String PRELOADED = " FROM stafflist_preload p WHERE p.until > ?";
    private static final String PRELOADED_BY =
            " FROM stafflist_preload p JOIN stafflist_entry e ON e.id = p.entry_id WHERE p.account_id = ? AND e.public_id = ?";
    /** About as long as somebody reads what comes before. */
    private static final Duration LOADED = Duration.ofMinutes(2);

    /** Looked at together where the first is the reviewer's own request. */
    private static final int SOME = 20;

    /** What the reviewer could not decide anyway is not offered to them. */
    private static final String MAY = " AND" + ClosedTo.OPEN_TO;

    private static final String OF_ACCOUNT = " WHERE agency_id = ? AND holder_id = ?";
    private static final String OF_DESK = OF_ACCOUNT + " AND state = 'PENDING' AND stage = 'OPEN'";

    /** An open entry that nobody has, and to whom it is closed. */
    private record Free(long id, ClosedTo closedTo) {}

    /** An entry that is given to an account. */
    private record Gift(long accountId, long entryId) {}

    private record Candidate(PublicId id, QueuePlace place, long organisationId, boolean ownPeople) {}

    /** @param until when it is free again */
    public record Holder(long accountId, Instant until) {}

    @Inject
    private OwnRequests ownRequests;

    @Inject
    private Organisations organisations;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * Takes an open entry for a while, where nobody else has it and the actor may judge it. Says who has it now; none where it
     * is not open or free for others.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<Holder> take(Actor actor, PublicId id, Duration time) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE stafflist_entry e SET held_until = IF(holder_id = ?, GREATEST(held_until, ?), ?), holder_id = ?"
                        + " WHERE public_id = ? AND agency_id = ? AND state = 'PENDING' AND stage = 'OPEN' AND " + FREE
                        + MAY,
                actor.accountId(),
                now.plus(time),
                now.plus(time),
                actor.accountId(),
                id,
                actor.agencyId(),
                actor.accountId(),
                now,
                actor.accountId());
        Optional<Holder> holder = holder(actor, id);
        if (holder.filter(has -> has.accountId() == actor.accountId()).isPresent()) {
            sql.update("DELETE p" + PRELOADED_BY, actor.accountId(), id);
        }
        return holder;
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<Holder> holder(Actor actor, PublicId id) {
        return sql.first(
                "SELECT holder_id, held_until FROM stafflist_entry WHERE public_id = ? AND agency_id = ? AND state = 'PENDING'"
                        + " AND stage = 'OPEN' AND holder_id IS NOT NULL AND held_until > ?",
                row -> new Holder(row.getLong(1), Objects.requireNonNull(Sql.instant(row, "held_until"))),
                id,
                actor.agencyId(),
                clock.instant());
    }

    /**
     * The next entry for this reviewer, taken for a while: what was given to them, else the oldest that nobody has. Reviewers
     * who ask at the same moment get different ones.
     *
     * @param after the place of the one that is open already, if one is: it goes on from there
     * @param standsInFor whose entries are closed to the reviewer as well
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<PublicId> next(
            Actor actor, QueueFilter filter, Duration time, Optional<QueuePlace> after, Set<Long> standsInFor) {
        return take(actor, filter, queue(actor, filter, standsInFor).beyond(after, true), time);
    }

    /** The first of those before the place: where there is nothing behind it. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<PublicId> before(
            Actor actor, QueueFilter filter, Duration time, QueuePlace place, Set<Long> standsInFor) {
        return take(actor, filter, queue(actor, filter, standsInFor).beyond(Optional.of(place), false), time);
    }

    /** The entry that {@link #next} or {@link #before} would take; nobody has it by that. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<PublicId> peek(
            Actor actor, QueueFilter filter, QueuePlace place, boolean after, Set<Long> standsInFor) {
        return next(queue(actor, filter, standsInFor).beyond(Optional.of(place), after), filter, actor);
    }

    /** The oldest that nobody else has and the reviewer may judge; nobody has it by that. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<PublicId> oldest(Actor actor, Set<Long> standsInFor) {
        long reader = actor.accountId();
        return first(
                actor,
                queue(actor, QueueFilter.ALL, standsInFor),
                " AND (e.holder_id IS NULL OR e.holder_id = ? OR e.held_until <= ?)" + MAY,
                reader,
                clock.instant(),
                reader);
    }

    /**
     * The reviewer's page loads it beforehand: for some time others are led to something else first. Whoever opens it has it,
     * and where there is nothing else it is anybody's next.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public void preload(Actor actor, PublicId id) {
        Instant until = clock.instant().plus(LOADED);
        sql.update(
                "INSERT INTO stafflist_preload (account_id, entry_id, until) SELECT ?, id, ? FROM stafflist_entry WHERE"
                        + " public_id = ? AND agency_id = ? ON DUPLICATE KEY UPDATE entry_id = VALUES(entry_id), until ="
                        + " VALUES(until)",
                actor.accountId(),
                until,
                id,
                actor.agencyId());
    }

    /** Whether the reviewer's page was led to it to load it beforehand, and it was not opened since. */
    @Requires(Permission.REVIEW_ENTRIES)
    public boolean isPreloaded(Actor actor, PublicId id) {
        return sql.number("SELECT COUNT(*)" + PRELOADED_BY + " AND p.until > ?", actor.accountId(), id, clock.instant())
                > 0;
    }

    private QueueSelection queue(Actor actor, QueueFilter filter, Set<Long> standsInFor) {
        QueueSelection queue = QueueSelection.of(sql, actor.agencyId(), filter);
        return standsInFor.isEmpty() ? queue : queue.withoutThoseOf(standsInFor);
    }

    private Optional<PublicId> take(Actor actor, QueueFilter filter, QueueSelection queue, Duration time) {
        Optional<PublicId> found = next(queue, filter, actor);
        found.ifPresent(id -> take(actor, id, time));
        return found;
    }

    private Optional<PublicId> next(QueueSelection queue, QueueFilter filter, Actor actor) {
        Instant now = clock.instant();
        long reader = actor.accountId();
        Optional<PublicId> own =
                first(actor, queue, " AND e.holder_id = ? AND e.held_until > ?" + MAY, reader, now, reader);
        if (own.isPresent() || filter.holderId() != 0) {
            return own;
        }
        return first(
                        actor,
                        queue,
                        UNHELD + MAY + " AND e.id = (SELECT p.entry_id" + PRELOADED + " AND p.account_id = ?)",
                        now,
                        reader,
                        now,
                        reader)
                .or(() -> first(
                        actor,
                        queue,
                        UNHELD + MAY + " AND NOT EXISTS (SELECT 1" + PRELOADED + " AND p.entry_id = e.id)",
                        now,
                        reader,
                        now))
                .or(() -> first(actor, queue, UNHELD + MAY, now, reader));
    }

    /**
     * The first that is neither the actor's own request nor one of the people of the actor's agency, which others judge. Where
     * that one is, some more are looked at in one go.
     */
    private Optional<PublicId> first(Actor actor, QueueSelection queue, String condition, Object... args) {
        QueueSelection rest = queue;
        int most = 1;
        while (true) {
            List<Candidate> some = candidates(rest, most, condition, args);
            Set<Long> closed = some.isEmpty() ? Set.of() : closed(actor, some);
            Optional<Candidate> found = some.stream()
                    .filter(each -> !closed.contains(each.place().entryId()))
                    .findFirst();
            if (found.isPresent() || some.size() < most) {
                return found.map(Candidate::id);
            }
            rest = rest.beyond(Optional.of(some.get(some.size() - 1).place()), true);
            most = SOME;
        }
    }

    private Set<Long> closed(Actor actor, List<Candidate> some) {
        Set<Long> closed = new HashSet<>(ownRequests.among(
                actor, some.stream().map(each -> each.place().entryId()).toList()));
        Map<Long, Long> agencies = organisations.ownAgencyIds(
                some.stream().map(Candidate::organisationId).collect(Collectors.toSet()));
        some.stream()
                .filter(each -> Entry.isOfOwnPeople(
                        actor, actor.agencyId(), agencies.getOrDefault(each.organisationId(), 0L), each.ownPeople()))
                .forEach(each -> closed.add(each.place().entryId()));
        return closed;
    }

    private List<Candidate> candidates(QueueSelection queue, int most, String condition, Object... args) {
        List<Object> all = new ArrayList<>(List.of(args));
        all.add(most);
        return sql.list(
                "SELECT e.public_id, e.submitted_at, e.id, e.organisation_id, e.own_people FROM " + queue.from()
                        + condition + queue.order(true) + " LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> new Candidate(
                        Sql.publicId(row, "public_id"),
                        new QueuePlace(Objects.requireNonNull(Sql.instant(row, "submitted_at")), row.getLong("id")),
                        row.getLong("organisation_id"),
                        row.getBoolean("own_people")),
                queue.argsAnd(all.toArray()));
    }

    /** Deals the oldest open entries out in turns, to each reviewer what they may judge. Says how many each got. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public Map<Long, Integer> shareOut(Actor head, QueueFilter filter, List<Long> accountIds, int each, Instant until) {
        QueueSelection queue = QueueSelection.of(sql, head.agencyId(), filter);
        List<Free> free = sql.list(
                "SELECT e.id, e.submitted_by, e.closed_to_accounts, e.closed_to_approvers FROM " + queue.from()
                        + " AND (e.holder_id IS NULL OR e.held_until <= ?)" + queue.order(true) + " LIMIT ?",
                row -> new Free(
                        row.getLong(1),
                        ClosedTo.read(row.getString(3), row.getString(4)).and(row.getLong(2))),
                queue.argsAnd(clock.instant(), each * accountIds.size()));
        Set<Long> held = Set.copyOf(held(
                free.stream().map(Free::id).toList(),
                " WHERE agency_id = ? AND state = 'PENDING' AND stage = 'OPEN' AND (holder_id IS NULL OR held_until <= ?)",
                head.agencyId(),
                clock.instant()));
        free.removeIf(entry -> !held.contains(entry.id()));
        Set<Gift> own = new HashSet<>();
        Map<Long, List<Long>> shares = dealt(free, accountIds, each, own);
        // What turns out to be somebody's own request is dealt to another.
        while (findOwn(shares, own)) {
            shares = dealt(free, accountIds, each, own);
        }
        Map<Long, Integer> given = new LinkedHashMap<>();
        shares.forEach(
                (account, ids) -> given.put(account, give(ids, "holder_id = ?, held_until = ?", account, until)));
        return given;
    }

    private static Map<Long, List<Long>> dealt(List<Free> free, List<Long> accountIds, int each, Set<Gift> own) {
        Map<Long, List<Long>> shares = new LinkedHashMap<>();
        accountIds.forEach(account -> shares.put(account, new ArrayList<>()));
        Deque<Long> turns = new ArrayDeque<>(accountIds);
        for (Free entry : free) {
            turns.stream()
                    .filter(account -> !entry.closedTo().includesAny(Set.of(account))
                            && !own.contains(new Gift(account, entry.id())))
                    .filter(account ->
                            Objects.requireNonNull(shares.get(account)).size() < each)
                    .findFirst()
                    .ifPresent(account -> {
                        Objects.requireNonNull(shares.get(account)).add(entry.id());
                        turns.remove(account);
                        turns.addLast(account);
                    });
        }
        return shares;
    }

    /** Whether there are more of somebody's own requests among what would be theirs. */
    private boolean findOwn(Map<Long, List<Long>> shares, Set<Gift> own) {
        Set<Gift> found = new HashSet<>();
        shares.forEach((account, ids) ->
                ownRequests.among(account, ids).forEach(entry -> found.add(new Gift(account, entry))));
        return own.addAll(found);
    }

    /** What somebody who is away has goes to somebody else, so far as they may judge it. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public int handOver(Actor head, long fromAccountId, long toAccountId, Instant until) {
        return give(
                heldFor(head.agencyId(), fromAccountId, toAccountId),
                "holder_id = ?, held_until = ?",
                toAccountId,
                until);
    }

    /** What somebody who is away has goes to who stands in for them, for as long as it was theirs. */
    @Requires(Permission.RUN_JOBS)
    public int passOn(Actor portal, long agencyId, long fromAccountId, long toAccountId) {
        return give(heldFor(agencyId, fromAccountId, toAccountId), "holder_id = ?", toAccountId);
    }

    /** What one account has and another may judge. */
    private List<Long> heldFor(long agencyId, long fromAccountId, long toAccountId) {
        List<Long> held =
                held(OF_DESK + " AND held_until > ?" + MAY, agencyId, fromAccountId, clock.instant(), toAccountId);
        held.removeAll(ownRequests.among(toAccountId, held));
        return held;
    }

    /**
     * All that somebody has at an agency is free again, but for what somebody is judging at this moment: {@link #hasAny} tells
     * whether to come again.
     */
    @Requires(Permission.RUN_JOBS)
    public int releaseAll(Actor portal, long agencyId, long accountId) {
        return give(held(OF_ACCOUNT, agencyId, accountId), "holder_id = NULL, held_until = NULL");
    }

    @Requires(Permission.RUN_JOBS)
    public boolean hasAny(Actor portal, long agencyId, long accountId) {
        return sql.number("SELECT COUNT(*) FROM stafflist_entry" + OF_ACCOUNT, agencyId, accountId) > 0;
    }

    private List<Long> held(String which, Object... args) {
        return held(sql.list("SELECT e.id FROM stafflist_entry e" + which, row -> row.getLong(1), args), which, args);
    }

    /**
     * Those of the entries of which something is still so, held as a verdict holds them: in the order of their ids. What
     * somebody is judging at this moment is left to them, so that nobody waits for anybody.
     */
    private List<Long> held(List<Long> ids, String which, Object... args) {
        List<Long> held = new ArrayList<>();
        InParts.of(
                ids.stream().sorted().toList(),
                List.of(args),
                (some, all) -> held.addAll(sql.list(
                        "SELECT e.id FROM stafflist_entry e" + which + " AND e.id IN " + some
                                + " ORDER BY e.id FOR UPDATE SKIP LOCKED",
                        row -> row.getLong(1),
                        all)));
        return held;
    }

    /** Of entries that are held; says how many. */
    private int give(List<Long> ids, String assignment, Object... values) {
        InParts.of(
                ids,
                List.of(values),
                (some, all) -> sql.update("UPDATE stafflist_entry SET " + assignment + " WHERE id IN " + some, all));
        return ids.size();
    }
}
