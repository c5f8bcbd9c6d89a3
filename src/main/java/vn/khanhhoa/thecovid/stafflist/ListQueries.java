package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import vn.khanhhoa.thecovid.platform.Sql;

/** What the pages of an organisation's lists show. */
@ApplicationScoped
class ListQueries {
    private static final String COUNTED = "SELECT l.*, IFNULL(r.good, 0) AS good, IFNULL(r.bad, 0) AS bad,"
            + " IFNULL(e.waiting, 0) AS waiting, IFNULL(e.pending, 0) AS pending, IFNULL(e.returned, 0) AS returned,"
            + " IFNULL(e.approved, 0) AS approved, IFNULL(e.refused, 0) AS refused, IFNULL(e.taken_back, 0) AS taken_back"
            + " FROM (SELECT * FROM stafflist_list WHERE %s) l"
            + " LEFT JOIN LATERAL_ROWS r ON r.list_id = l.id LEFT JOIN LATERAL_ENTRIES e ON e.list_id = l.id"
            + " ORDER BY l.id DESC";

    @Inject
    private Sql sql;

    List<StaffListView> ofOrganisation(long organisationId, int first, int count) {
        return counted("organisation_id = ? ORDER BY id DESC LIMIT ? OFFSET ?", organisationId, count, first);
    }

    long countOfOrganisation(long organisationId) {
        return sql.number("SELECT COUNT(*) FROM stafflist_list WHERE organisation_id = ?", organisationId);
    }

    StaffListView view(long listId) {
        return counted("id = ?", listId).get(0);
    }

    /** The lists of a page first, then the counts of just these. */
    private List<StaffListView> counted(String condition, Object... args) {
        List<Long> ids = sql.list("SELECT id FROM stafflist_list WHERE " + condition, row -> row.getLong(1), args);
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = Sql.marks(ids.size());
        String counting = COUNTED.formatted("id IN (" + marks + ")")
                .replace(
                        "LATERAL_ROWS",
                        "(SELECT list_id, SUM(state = 'GOOD') AS good, SUM(state = 'BAD') AS bad FROM stafflist_row"
                                + " WHERE list_id IN (" + marks + ") GROUP BY list_id)")
                .replace(
                        "LATERAL_ENTRIES",
                        "(SELECT list_id, SUM(state = 'WAITING') AS waiting, SUM(state = 'PENDING') AS pending,"
                                + " SUM(state = 'RETURNED') AS returned, SUM(state = 'APPROVED') AS approved,"
                                + " SUM(state = 'REFUSED') AS refused, SUM(state = 'WITHDRAWN') AS taken_back"
                                + " FROM stafflist_entry WHERE list_id IN (" + marks + ") GROUP BY list_id)");
        Object[] thrice = new Object[ids.size() * 3];
        for (int i = 0; i < thrice.length; i++) {
            thrice[i] = ids.get(i % ids.size());
        }
        return sql.list(counting, ListQueries::read, thrice);
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
                row.getInt("good"),
                row.getInt("bad"),
                row.getInt("waiting"),
                row.getInt("pending"),
                row.getInt("returned"),
                row.getInt("approved"),
                row.getInt("refused"),
                row.getInt("taken_back"));
    }
}
