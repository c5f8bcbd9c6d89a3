package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Some lines of a draft beside a known place, found by keys of an index. */
@ApplicationScoped
class RowWindows {
    private static final Comparator<DraftRow> ORDER =
            Comparator.comparingInt(DraftRow::number).thenComparingLong(DraftRow::id);

    private record Anchor(long id, int number) {}

    @Inject
    private DraftRows rows;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    List<DraftRow> at(long listId, RowFilter filter, RowPlace place, int count) {
        Optional<PublicId> beside = place.after().or(place::before);
        Optional<Anchor> anchor = beside.flatMap(id -> sql.first(
                "SELECT id, line_number FROM stafflist_row WHERE public_id = ? AND list_id = ?",
                row -> new Anchor(row.getLong(1), row.getInt(2)),
                id,
                listId));
        return anchor.map(row -> beside(listId, filter, row, place.after().isPresent(), count))
                .orElseGet(() -> rows.page(listId, filter, place.first(), count));
    }

    /** Those that follow a line, be it gone by now. */
    List<DraftRow> after(long listId, RowFilter filter, DraftRow last, int count) {
        return beside(listId, filter, new Anchor(last.id(), last.number()), true, count);
    }

    /** Those that follow the line of which {@link #mark} was made, be it gone by now. */
    List<DraftRow> after(long listId, RowFilter filter, String mark, int count) {
        return beside(listId, filter, anchor(listId, mark), true, count);
    }

    /** To go on from later. Sealed: ids of the database do not leave the portal. */
    String mark(long listId, DraftRow last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cipher.seal(listId + ":" + last.number() + ":" + last.id()));
    }

    private Anchor anchor(long listId, String mark) {
        try {
            String[] parts = cipher.open(Base64.getUrlDecoder().decode(mark)).split(":", -1);
            if (parts.length == 3 && Long.parseLong(parts[0]) == listId) {
                return new Anchor(Long.parseLong(parts[2]), Integer.parseInt(parts[1]));
            }
            throw new NotFound();
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException notOurs) {
            throw new NotFound();
        }
    }

    /** How many lines come before this one; empty where it is not among those that the filter lets through. */
    OptionalInt position(long listId, RowFilter filter, PublicId rowId) {
        List<Object> args = new ArrayList<>();
        String condition = filter.condition(listId, args);
        args.add(rowId);
        Optional<Anchor> found = sql.first(
                "SELECT r.id, r.line_number FROM stafflist_row r WHERE " + condition + " AND r.public_id = ?",
                row -> new Anchor(row.getLong(1), row.getInt(2)),
                args.toArray());
        if (found.isEmpty()) {
            return OptionalInt.empty();
        }
        args.remove(args.size() - 1);
        args.addAll(
                List.of(found.get().number(), found.get().number(), found.get().id()));
        return OptionalInt.of((int) sql.number(
                "SELECT COUNT(*) FROM stafflist_row r WHERE " + condition
                        + " AND (r.line_number < ? OR r.line_number = ? AND r.id < ?)",
                args.toArray()));
    }

    private List<DraftRow> beside(long listId, RowFilter filter, Anchor anchor, boolean after, int count) {
        List<Object> args = new ArrayList<>();
        String condition = filter.condition(listId, args);
        String compared = after ? ">" : "<";
        args.addAll(List.of(anchor.number(), anchor.number(), anchor.id(), count));
        List<Long> ids = sql.list(
                "SELECT r.id FROM stafflist_row r WHERE " + condition + " AND r.line_number " + compared
                        + "= ? AND (r.line_number <> ? OR r.id " + compared + " ?) ORDER BY "
                        + (after ? "r.line_number, r.id" : "r.line_number DESC, r.id DESC") + " LIMIT ?",
                row -> row.getLong(1),
                args.toArray());
        return rows.byId(ids).stream().sorted(ORDER).toList();
    }
}
