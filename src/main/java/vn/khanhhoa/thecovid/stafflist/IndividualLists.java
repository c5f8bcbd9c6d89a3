package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;

/** The lists of those who have no organisation: one a month for a commune, kept by the portal. */
@Dependent
class IndividualLists {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    @Inject
    private Lists lists;

    @Inject
    private Sql sql;

    /**
     * A list of this month without the person, so that who was there before is neither met nor overwritten: another list
     * is begun where the person is in all there are. To be called with the commune's organisation held.
     */
    StaffList without(byte[] personKey, long organisationId, FormDefinition form, Instant now) {
        String name = "Cá nhân đăng ký " + MONTH.format(YearMonth.from(now.atZone(PortalClock.ZONE)));
        return sql.first(
                        "SELECT l.id FROM stafflist_list l WHERE l.organisation_id = ? AND l.template_code = ? AND"
                                + " l.template_version = ? AND l.name = ? AND l.state = 'OPEN' AND l.created_by = 0 AND NOT"
                                + " EXISTS (SELECT 1 FROM stafflist_entry e WHERE e.list_id = l.id AND e.row_key = ?)"
                                + " ORDER BY l.id LIMIT 1",
                        row -> row.getLong(1),
                        organisationId,
                        form.code(),
                        form.version(),
                        name,
                        personKey)
                .map(lists::locked)
                .orElseGet(() -> begin(organisationId, form, name, now));
    }

    private StaffList begin(long organisationId, FormDefinition form, String name, Instant now) {
        StaffList list =
                new StaffList(organisationId, form.code(), form.version(), name, Actor.PORTAL.accountId(), now);
        list.submitted(now);
        lists.add(list);
        lists.flush();
        return list;
    }

    int nextLine(long listId) {
        return (int)
                sql.number("SELECT IFNULL(MAX(line_number), 0) + 1 FROM stafflist_entry WHERE list_id = ?", listId);
    }
}
