package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What a verdict on amendments does to the approved entries that they amend, and to the lines of the draft. */
@ApplicationScoped
class AmendedEntries {
    @Inject
    private Lists lists;

    @Inject
    private Entries entries;

    @Inject
    private DraftChanges changes;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<EntriesEnded> ended;

    /** A refusal changes lines, so the lists come first: whatever changes lines holds the list and then its entries. */
    void holdLists(List<Long> ids, Outcome outcome) {
        if (outcome == Outcome.REFUSE) {
            Set<Long> held = new TreeSet<>();
            InParts.of(
                    ids,
                    (some, args) -> held.addAll(sql.list(
                            "SELECT DISTINCT list_id FROM stafflist_entry WHERE amends_id IS NOT NULL AND id IN "
                                    + some,
                            row -> row.getLong(1),
                            args)));
            held.forEach(lists::locked);
        }
    }

    /**
     * The entries with those that they amend, by id; held in the order of their ids, as submission does it too. What an
     * entry amends stays the same for good, so it may be asked before.
     */
    Map<Long, Entry> held(List<Long> ids) {
        return byId(lists.entriesForDecision(withAmended(ids)));
    }

    /** The same, read later. */
    void hold(List<Long> ids) {
        InParts.of(
                withAmended(ids),
                (some, args) -> sql.list(
                        "SELECT id FROM stafflist_entry WHERE id IN " + some + " ORDER BY id FOR UPDATE",
                        row -> row.getLong(1),
                        args));
    }

    /** The same, for a look that holds nobody up. */
    Map<Long, Entry> seen(List<Long> ids) {
        return byId(lists.entriesSeen(withAmended(ids)));
    }

    private List<Long> withAmended(List<Long> ids) {
        Set<Long> all = new TreeSet<>(ids);
        InParts.of(
                ids,
                (some, args) -> all.addAll(sql.list(
                        "SELECT amends_id FROM stafflist_entry WHERE amends_id IS NOT NULL AND id IN " + some,
                        row -> row.getLong(1),
                        args)));
        return List.copyOf(all);
    }

    private static Map<Long, Entry> byId(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    /**
     * An amendment of what has ended meanwhile can be refused or returned, but changes nothing any more. One that is looked at
     * again has ended it itself.
     */
    static void requireInForce(Entry entry, Map<Long, Entry> held, Outcome outcome) {
        if (outcome == Outcome.APPROVE
                && entry.kind().isAmendment()
                && !entry.isReopened()
                && Objects.requireNonNull(held.get(entry.amendsId())).state() != EntryState.APPROVED) {
            throw new RuleViolation("stafflist.amended-ended");
        }
    }

    void follow(List<Entry> decided, Verdict verdict) {
        List<Entry> amendments =
                decided.stream().filter(entry -> entry.kind().isAmendment()).toList();
        if (verdict.outcome() == Outcome.REFUSE) {
            changes.refused(amendments);
        } else if (verdict.outcome() == Outcome.APPROVE) {
            LocalDate today = LocalDate.now(clock);
            List<Long> left = amended(amendments, entry -> entry.kind() == EntryKind.LEAVE && entry.hasBegun(today));
            entries.end(amended(amendments, entry -> entry.kind() == EntryKind.CHANGE));
            entries.end(left);
            if (!left.isEmpty()) {
                ended.fire(new EntriesEnded(left, EntriesEnded.Cause.LEFT, verdict.actor()));
            }
        }
    }

    private static List<Long> amended(List<Entry> amendments, Predicate<Entry> which) {
        return amendments.stream().filter(which).map(Entry::amendsId).toList();
    }
}
