package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.OrganisationProfiles;
import vn.khanhhoa.thecovid.registry.RoutingQuestion;

/**
 * Entries that are not decided, in groups that no rule can tell apart: those of one list for one place, of people who live in
 * one commune. There are far fewer of these than entries.
 */
@ApplicationScoped
class OpenWork {
    private static final String OPEN = "state IN ('WAITING', 'PENDING')";

    /**
     * @param agencyId where they lie
     * @param passedOn how many of them lie there because somebody passed them on
     */
    record Group(
            long listId,
            String template,
            long organisationId,
            long agencyId,
            long workplaceId,
            long areaId,
            long residenceAreaId,
            int entries,
            int passedOn) {
        Optional<RoutingQuestion> question(Map<Long, OrganisationProfiles.Profile> profiles, LocalDate day) {
            return Optional.ofNullable(profiles.get(organisationId))
                    .map(profile -> profile.question(template, workplaceId, areaId, residenceAreaId, day));
        }
    }

    @Inject
    private OrganisationProfiles profiles;

    @Inject
    private Sql sql;

    /** @param agencyId of which, or 0 for all */
    long count(long agencyId) {
        return agencyId == 0
                ? sql.number("SELECT COUNT(*) FROM stafflist_entry WHERE " + OPEN)
                : sql.number("SELECT COUNT(*) FROM stafflist_entry WHERE agency_id = ? AND " + OPEN, agencyId);
    }

    /** The next organisations with open entries, in the order of their ids. */
    List<Long> organisations(long agencyId, long after, int most) {
        TreeSet<Long> found = new TreeSet<>();
        for (EntryState state : List.of(EntryState.WAITING, EntryState.PENDING)) {
            List<Object> args = new ArrayList<>(List.of(state.name(), after));
            if (agencyId != 0) {
                args.add(agencyId);
            }
            args.add(most);
            found.addAll(sql.list(
                    "SELECT DISTINCT organisation_id FROM stafflist_entry WHERE state = ? AND organisation_id > ?"
                            + (agencyId == 0 ? "" : " AND agency_id = ?") + " ORDER BY organisation_id LIMIT ?",
                    row -> row.getLong(1),
                    args.toArray()));
        }
        return found.stream().limit(most).toList();
    }

    Map<Long, OrganisationProfiles.Profile> profiles(List<Long> organisations, LocalDate day) {
        return profiles.of(Actor.PORTAL, organisations, day);
    }

    /** Of these organisations. @param agencyId of which, or 0 for all */
    List<Group> groups(List<Long> organisations, long agencyId) {
        return agencyId == 0
                ? groups("e.organisation_id IN (" + Sql.marks(organisations.size()) + ")", organisations.toArray())
                : groups(
                        "e.agency_id = ? AND e.organisation_id IN (" + Sql.marks(organisations.size()) + ")",
                        and(agencyId, organisations));
    }

    private static Object[] and(long first, List<Long> others) {
        List<Object> args = new ArrayList<>(Arrays.asList(first));
        args.addAll(others);
        return args.toArray();
    }

    private List<Group> groups(String condition, @Nullable Object[] args) {
        return sql.list(
                "SELECT e.list_id, l.template_code, e.organisation_id, e.agency_id, e.workplace_id, e.area_id,"
                        + " IFNULL(e.residence_area_id, 0), COUNT(*), SUM(e.forwards > 0) FROM stafflist_entry e JOIN stafflist_list l ON"
                        + " l.id = e.list_id WHERE e." + OPEN + " AND " + condition
                        + " GROUP BY e.list_id, l.template_code, e.organisation_id, e.agency_id, e.workplace_id, e.area_id,"
                        + " e.residence_area_id",
                row -> new Group(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getInt(8),
                        row.getInt(9)),
                args);
    }
}
