package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.stafflist.Deciders;
import vn.khanhhoa.thecovid.stafflist.EntryReopening;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/** Who can look at a refusal once more: a reviewer of the agency, else its head, else somebody of the agency above it. */
@ApplicationScoped
public class Others {
    /** By whom it is looked at. */
    public enum By {
        REVIEWER,
        /** Of the agency where it was decided. */
        HEAD,
        ANOTHER_AGENCY
    }

    /**
     * Where a request went.
     *
     * @param told name of the agency, where applicants may know it; else empty
     * @param accounts of those who may judge it there
     */
    public record Went(By by, long agencyId, String told, List<Long> accounts) {
        /** Key of the sentence about it. */
        public String key() {
            return by == By.ANOTHER_AGENCY && told.isEmpty()
                    ? "review.reconsidered"
                    : "review.reconsidered-by-"
                            + by.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Inject
    private AgencyStaff staff;

    @Inject
    private Delegations delegations;

    @Inject
    private EntryReopening reopening;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountsTold> told;

    Went than(Deciders makers, EntryView entry) {
        List<AgencyStaff.Member> here = others(entry.agencyId(), makers, entry);
        if (here.stream().anyMatch(member -> member.role() == Role.REVIEWER)) {
            return new Went(By.REVIEWER, entry.agencyId(), "", accounts(here));
        }
        if (!here.isEmpty()) {
            return new Went(By.HEAD, entry.agencyId(), "", accounts(here));
        }
        return above(makers, entry)
                .filter(agency -> agency.id() != entry.agencyId())
                .map(agency -> new Went(
                        By.ANOTHER_AGENCY,
                        agency.id(),
                        agency.isNamedWhenPassedOn() ? agency.name() : "",
                        accounts(others(agency.id(), makers, entry))))
                .orElse(new Went(By.REVIEWER, entry.agencyId(), "", List.of()));
    }

    /** The next above where somebody could; the task force takes what nobody else does. */
    private Optional<AgencyView> above(Deciders makers, EntryView entry) {
        Set<Long> met = new HashSet<>(Set.of(entry.agencyId()));
        Optional<AgencyView> next = parent(entry.agencyId());
        while (next.isPresent() && met.add(next.get().id())) {
            if (!others(next.get().id(), makers, entry).isEmpty()) {
                return next;
            }
            next = parent(next.get().id());
        }
        return catalogue.agencyByCode(Forwarding.TRIAGE, LocalDate.now(clock));
    }

    private Optional<AgencyView> parent(long agencyId) {
        LocalDate today = LocalDate.now(clock);
        return catalogue
                .agency(agencyId)
                .map(AgencyView::parentId)
                .flatMap(parent -> catalogue.agencies(today).stream()
                        .filter(agency -> agency.id() == parent)
                        .findFirst());
    }

    /** Who of the agency may judge it. */
    private List<AgencyStaff.Member> others(long agencyId, Deciders makers, EntryView entry) {
        List<AgencyStaff.Member> members = staff.of(Actor.PORTAL, agencyId);
        Map<Actor, Set<Long>> officers = new HashMap<>();
        for (AgencyStaff.Member member : members) {
            Actor officer = new Actor(member.accountId(), member.name(), member.role(), 0, agencyId);
            officers.put(officer, delegations.standsInFor(officer));
        }
        Set<Long> could = reopening.couldJudge(Actor.PORTAL, entry.entryId(), makers, officers);
        return members.stream()
                .filter(member -> could.contains(member.accountId()))
                .toList();
    }

    private static List<Long> accounts(List<AgencyStaff.Member> members) {
        return members.stream().map(AgencyStaff.Member::accountId).toList();
    }

    /** Whoever would not look for it in their queue by themselves. */
    void tell(EntryView entry, Went went) {
        if (went.by() != By.REVIEWER && !went.accounts().isEmpty()) {
            told.fire(AccountsTold.of(
                    went.accounts(),
                    "review.reconsider-here",
                    "/agency/review-entry?id=" + entry.id(),
                    catalogue.agency(entry.agencyId()).map(AgencyView::name).orElse("")));
        }
    }
}
