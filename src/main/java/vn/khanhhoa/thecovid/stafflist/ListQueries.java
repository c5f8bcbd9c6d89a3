package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.platform.Sql;

/** What the pages of an organisation's lists show. */
@ApplicationScoped
class ListQueries {
    @Inject
    private Sql sql;

    List<StaffListView> ofOrganisation(long organisationId, int first, int count) {
        return ofOrganisation(organisationId, ListFilter.ALL, first, count);
    }

    List<StaffListView> ofOrganisation(long organisationId, ListFilter filter, int first, int count) {
        List<Object> args = new ArrayList<>();
        String condition = filter.condition(organisationId, args);
        args.add(count);
        args.add(first);
        return counted(condition + " ORDER BY l.id DESC LIMIT ? OFFSET ?", args.toArray());
    }

    long countOfOrganisation(long organisationId) {
        return countOfOrganisation(organisationId, ListFilter.ALL);
    }

    long countOfOrganisation(long organisationId, ListFilter filter) {
        List<Object> args = new ArrayList<>();
        return sql.number(
                "SELECT COUNT(*) FROM stafflist_list l WHERE " + filter.condition(organisationId, args),
                args.toArray());
    }

    StaffListView view(long listId) {
        return counted("l.id = ?", listId).get(0);
    }

    int people(long listId) {
        return (int) sql.number("SELECT COUNT(*) FROM stafflist_row WHERE list_id = ? AND intent <> 'LEAVE'", listId);
    }

    /** The lists of a page first, then the counts of just these. */
    private List<StaffListView> counted(String condition, Object... args) {
        Object[] ids = sql.list("SELECT l.id FROM stafflist_list l WHERE " + condition, row -> row.getLong(1), args)
                .toArray();
        if (ids.length == 0) {
            return List.of();
        }
        String some = " IN (" + Sql.marks(ids.length) + ")";
        return sql.list(
                "SELECT l.*, r.*, e.* FROM stafflist_list l LEFT JOIN (SELECT list_id, SUM(state = 'GOOD' AND intent = 'NEW') AS"
                        + " ready_new, SUM(state = 'GOOD' AND intent = 'NEW' AND EXISTS (SELECT 1 FROM stafflist_entry u WHERE"
                        + " u.id = stafflist_row.entry_id AND u.state IN ('WAITING', 'PENDING'))) AS ready_again, SUM(state = 'GOOD' AND intent = 'CHANGE') AS ready_changes, SUM(state = 'GOOD' AND"
                        + " intent = 'LEAVE') AS ready_leaves, SUM(state = 'SENDING') AS sending,"
                        + " SUM(state = 'BAD') AS bad FROM stafflist_row WHERE list_id" + some + " GROUP BY list_id) r"
                        + " ON r.list_id = l.id LEFT JOIN (SELECT list_id, SUM(state = 'WAITING') AS waiting,"
                        + " SUM(state = 'PENDING') AS pending, SUM(state = 'RETURNED') AS returned,"
                        + " SUM(state = 'APPROVED' AND kind <> 'LEAVE') AS approved, SUM(state = 'APPROVED' AND kind = 'LEAVE') AS left_approved, SUM(state = 'REFUSED') AS refused,"
                        + " SUM(state = 'WITHDRAWN') AS taken_back, SUM(state = 'ENDED') AS ended FROM stafflist_entry WHERE list_id"
                        + some
                        + " GROUP BY list_id) e ON e.list_id = l.id WHERE l.id" + some + " ORDER BY l.id DESC",
                ListQueries::read,
                Stream.of(ids, ids, ids).flatMap(Stream::of).toArray());
    }

    private static StaffListView read(ResultSet row) throws SQLException {
        return new StaffListView(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getString("name"),
                row.getString("template_code"),
                row.getString("state").equals("WITHDRAWN"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "submitted_at"),
                row.getInt("ready_new"),
                row.getInt("ready_again"),
                row.getInt("ready_changes"),
                row.getInt("ready_leaves"),
                row.getInt("sending"),
                row.getInt("bad"),
                row.getInt("waiting"),
                row.getInt("pending"),
                row.getInt("returned"),
                row.getInt("approved"),
                row.getInt("refused"),
                row.getInt("taken_back"),
                row.getInt("ended"),
                row.getInt("left_approved"));
    }
}
