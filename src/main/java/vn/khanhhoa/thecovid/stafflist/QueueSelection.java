package vn.khanhhoa.thecovid.stafflist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * The FROM and WHERE of a query on a queue. The database walks what leaves fewest entries in the order of the queue and
 * checks the rest entry by entry, so that a page ends where it is full. Which that is, a look at the first thousand of
 * each tells; its own optimizer would sort all that match.
 *
 * @param submittedAt column to order by, and then by {@code entryId}
 */
record QueueSelection(String from, String submittedAt, String entryId, Walked walked, List<Object> args) {
    /** By one word of many, or by a form, an activity or a level; the alias is empty where the entries themselves are walked. */
    private record Walked(String alias, long agencyId, String word) {
        static final Walked ENTRIES = new Walked("", 0, "");
    }

    private static final int FEW = 1_000;

    static QueueSelection of(Sql sql, long agencyId, QueueFilter filter) {
        List<String> words = new ArrayList<>(NameWords.of(filter.name()));
        int ofName = words.size();
        if (!filter.isKeyed()) {
            words.addAll(filter.marks());
        }
        int first = first(sql, agencyId, filter, words);
        StringBuilder from = new StringBuilder(first < 0 ? "stafflist_entry e" : "stafflist_entry_name w" + first);
        StringBuilder where = new StringBuilder(" WHERE e.agency_id = ? AND e.state = 'PENDING' AND e.stage = 'OPEN'");
        List<Object> args = new ArrayList<>(List.of(agencyId));
        String at = first < 0 ? "e.submitted_at" : "w" + first + ".submitted_at";
        String id = first < 0 ? "e.id" : "w" + first + ".entry_id";
        for (int i = 0; i < words.size(); i++) {
            String word = "w" + i;
            if (i != first && i >= ofName) {
                continue;
            }
            if (i != first) {
                from.append(" STRAIGHT_JOIN stafflist_entry_name ").append(word).append(" ON ");
                from.append(word).append(".submitted_at = ").append(at).append(" AND ");
                from.append(word).append(".entry_id = ").append(id);
            }
            where.append(" AND ").append(word).append(".agency_id = ? AND ");
            where.append(word).append(".token = ?");
            args.add(agencyId);
            args.add(words.get(i));
        }
        if (first >= 0) {
            from.append(" STRAIGHT_JOIN stafflist_entry e ON e.id = ").append(id);
        }
        narrow(filter, where, args);
        Walked walked = first < 0 ? Walked.ENTRIES : new Walked("w" + first, agencyId, words.get(first));
        return new QueueSelection(from.append(where).toString(), at, id, walked, args);
    }

    private static void narrow(QueueFilter filter, StringBuilder where, List<Object> args) {
        if (filter.organisationId() != 0) {
            where.append(" AND e.organisation_id = ?");
            args.add(filter.organisationId());
        }
        if (filter.listId() != 0) {
            where.append(" AND e.list_id = ?");
            args.add(filter.listId());
        }
        filter.dueBefore().ifPresent(before -> {
            where.append(" AND e.alarms IN (0, 1, 2, 3) AND e.due_at < ?");
            args.add(before);
        });
        filter.nearAt().ifPresent(moment -> {
            where.append(" AND e.alarms IN (1, 2, 3) AND e.due_at >= ?");
            args.add(moment);
        });
        if (filter.holderId() != 0) {
            where.append(" AND e.holder_id = ? AND e.held_until > ?");
            args.add(filter.holderId());
            args.add(filter.heldAt());
        }
        if (!filter.form().isEmpty()) {
            // Asked of each entry on the way: as a join it would be walked in another order.
            where.append(" AND (SELECT l.template_code FROM stafflist_list l WHERE l.id = e.list_id) = ?");
            args.add(filter.form());
        }
        if (!filter.activity().isEmpty()) {
            // No pattern: codes have underscores.
            where.append(" AND LOCATE(?, CONCAT(' ', e.activities, ' ')) > 0");
            args.add(" " + filter.activity() + " ");
        }
        filter.greenAt().ifPresent(moment -> {
            where.append(" AND (SELECT g.until FROM stafflist_entry_level g WHERE g.entry_id = e.id AND g.level = '"
                    + EntryLevels.GREEN + "') > ?");
            args.add(moment);
        });
    }

    /** The word to walk by, or −1 for the entries themselves. Of common words the last: given names differ most. */
    private static int first(Sql sql, long agencyId, QueueFilter filter, List<String> words) {
        int first = -1;
        long fewest = Long.MAX_VALUE;
        if (!words.isEmpty() && filter.organisationId() != 0) {
            fewest = upToFew(
                    sql,
                    "stafflist_entry WHERE agency_id = ? AND organisation_id = ? AND state = 'PENDING' AND stage = 'OPEN'",
                    agencyId,
                    filter.organisationId());
        }
        for (int i = 0; i < words.size(); i++) {
            long found = upToFew(sql, "stafflist_entry_name WHERE agency_id = ? AND token = ?", agencyId, words.get(i));
            if (found <= fewest) {
                first = i;
                fewest = found;
            }
        }
        return first;
    }

    private static long upToFew(Sql sql, String from, Object... args) {
        return sql.number("SELECT COUNT(*) FROM (SELECT 1 FROM " + from + " LIMIT " + FEW + ") t", args);
    }

    /** Whether nothing but the queue itself leads to what matches. */
    boolean isOfEntries() {
        return walked.alias().isEmpty();
    }

    /** Where one word is walked by, only through its first entries: what a count may cost. */
    QueueSelection amongTheFirst(int most) {
        if (walked.alias().isEmpty()) {
            return this;
        }
        List<Object> more = new ArrayList<>(List.of(walked.agencyId(), walked.word(), most));
        more.addAll(args);
        String some =
                "(SELECT agency_id, token, submitted_at, entry_id FROM stafflist_entry_name WHERE agency_id = ? AND token"
                        + " = ? ORDER BY submitted_at, entry_id LIMIT ?) ";
        return new QueueSelection(
                some + from.substring("stafflist_entry_name ".length()), submittedAt, entryId, walked, more);
    }

    /** Whether the word it is walked by has more entries than so many. */
    boolean leavesOut(Sql sql, int most) {
        return !walked.alias().isEmpty()
                && sql.number(
                                "SELECT COUNT(*) FROM (SELECT 1 FROM stafflist_entry_name WHERE agency_id = ? AND token = ?"
                                        + " LIMIT ?) t",
                                walked.agencyId(),
                                walked.word(),
                                most + 1)
                        > most;
    }

    /** Only what lies after the place in the order of the queue, or before it. */
    QueueSelection beyond(Optional<QueuePlace> place, boolean forward) {
        if (place.isEmpty()) {
            return this;
        }
        String direction = forward ? ">" : "<";
        List<Object> more = new ArrayList<>(args);
        more.add(place.get().submittedAt());
        more.add(place.get().submittedAt());
        more.add(place.get().entryId());
        // Spelt out: the optimizer does not use the index for a comparison of pairs.
        return new QueueSelection(
                from + " AND " + submittedAt + " " + direction + "= ? AND (" + submittedAt + " " + direction + " ? OR "
                        + entryId + " " + direction + " ?)",
                submittedAt,
                entryId,
                walked,
                more);
    }

    /** Nothing behind the place; the place itself stays. */
    QueueSelection upTo(QueuePlace place) {
        List<Object> more = new ArrayList<>(args);
        more.add(place.submittedAt());
        more.add(place.submittedAt());
        more.add(place.entryId());
        return new QueueSelection(
                from + " AND " + submittedAt + " <= ? AND (" + submittedAt + " < ? OR " + entryId + " <= ?)",
                submittedAt,
                entryId,
                walked,
                more);
    }

    /** Neither what these submitted nor what they decided before. */
    QueueSelection withoutThoseOf(Set<Long> accounts) {
        StringBuilder condition = new StringBuilder(from);
        List<Object> more = new ArrayList<>(args);
        for (long account : accounts) {
            condition.append(" AND").append(ClosedTo.OPEN_TO);
            more.add(account);
        }
        return new QueueSelection(condition.toString(), submittedAt, entryId, walked, more);
    }

    String order(boolean forward) {
        String direction = forward ? "" : " DESC";
        return " ORDER BY " + submittedAt + direction + ", " + entryId + direction;
    }

    Object[] argsAnd(Object... more) {
        List<Object> all = new ArrayList<>(args);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
