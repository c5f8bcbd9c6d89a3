package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private EntryLines lines;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<EntriesEnded> ended;

    /** A refusal changes lines, so the lists come first: whatever changes lines holds the list and then its entries. */
    void holdLists(List<Long> ids, Outcome outcome) {
        if (outcome == Outcome.REFUSE) {
            sql.list(
                            "SELECT DISTINCT list_id FROM stafflist_entry WHERE id IN (" + Sql.marks(ids.size())
                                    + ") AND amends_id IS NOT NULL ORDER BY list_id",
                            row -> row.getLong(1),
                            ids.toArray())
                    .forEach(lists::locked);
        }
    }

    /** The entries that these amend, held as well; by id. */
    Map<Long, Entry> held(List<Entry> amendments) {
        List<Long> ids = amendments.stream()
                .filter(entry -> entry.kind().isAmendment())
                .map(Entry::amendsId)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : lists.entriesForDecision(ids).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    /** An amendment of what has ended meanwhile can be refused or returned, but changes nothing any more. */
    static void requireInForce(Entry entry, Map<Long, Entry> amended, Outcome outcome) {
        if (outcome == Outcome.APPROVE
                && entry.kind().isAmendment()
                && Objects.requireNonNull(amended.get(entry.amendsId())).state() != EntryState.APPROVED) {
            throw new RuleViolation("stafflist.amended-ended");
        }
    }

    void follow(List<Entry> decided, Verdict verdict) {
        List<Entry> amendments =
                decided.stream().filter(entry -> entry.kind().isAmendment()).toList();
        if (verdict.outcome() == Outcome.REFUSE) {
            lines.putBack(lines.ofAmendments(amendments.stream().map(Entry::id).toList()));
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
