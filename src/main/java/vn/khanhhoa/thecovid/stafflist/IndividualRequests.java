package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.Period;

/** What people without an employer asked for themselves, or officers of their communes for them. */
@UseCase
public class IndividualRequests {
    /**
     * One of them.
     *
     * @param waits whether it is to be decided and whoever sent it was shown to be the person
     * @param activities their codes
     */
    public record Request(
            long entryId,
            RegistrationCode code,
            boolean waits,
            Set<String> activities,
            Period period,
            Instant submittedAt) {}

    private record Found(long entryId, boolean waits, Set<String> activities, Period period, Instant submittedAt) {}

    @Inject
    private EntryCodes codes;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Requires(Permission.ANYONE)
    public boolean isIndividual(long entryId) {
        return sql.number("SELECT COUNT(*) FROM stafflist_individual WHERE entry_id = ?", entryId) > 0;
    }

    /** Name of the agency that reviews an entry; empty where it is no more. */
    @Requires(Permission.ANYONE)
    public String agency(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    /**
     * Those of some people that are approved or wait, for a period that is not over, the latest first. What waits counts only if its
     * sender was shown to be the person, as anybody may write any number, or if it was approved before.
     */
    @Requires(Permission.RUN_JOBS)
    public List<Request> standing(Actor portal, Collection<Long> personIds, LocalDate from) {
        List<Object> args = new ArrayList<>(personIds);
        args.add(from);
        List<Found> found = sql.list(
                "SELECT e.id, i.proved AND e.state <> 'APPROVED' AS waits, e.activities, e.valid_from, e.valid_to, e.submitted_at"
                        + " FROM stafflist_entry e JOIN stafflist_individual i ON i.entry_id = e.id WHERE e.person_id IN ("
                        + Sql.marks(personIds.size())
                        + ") AND e.valid_to >= ? AND (e.state = 'APPROVED' OR e.state IN ('WAITING', 'PENDING', 'RETURNED') AND"
                        + " (i.proved OR e.reopened)) ORDER BY e.id DESC",
                row -> new Found(
                        row.getLong("id"),
                        row.getBoolean("waits"),
                        Arrays.stream(row.getString("activities").split(" ", -1))
                                .filter(code -> !code.isEmpty())
                                .collect(Collectors.toSet()),
                        new Period(
                                Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                                Objects.requireNonNull(row.getObject("valid_to", LocalDate.class))),
                        Objects.requireNonNull(Sql.instant(row, "submitted_at"))),
                args.toArray());
        Map<Long, RegistrationCode> codeOf =
                codes.of(found.stream().map(Found::entryId).toList());
        return found.stream()
                .map(each -> new Request(
                        each.entryId(),
                        Objects.requireNonNull(codeOf.get(each.entryId())),
                        each.waits(),
                        each.activities(),
                        each.period(),
                        each.submittedAt()))
                .toList();
    }
}
