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
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Deciders;
import vn.khanhhoa.thecovid.stafflist.EntryReopening;

/** Who can look at a decision once more: a reviewer at the agency, also one who is lent to it, else its head, else somebody of the agency above it. */
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
     * @param accounts of those of the agency who may judge it there
     */
    public record Went(By by, long agencyId, String told, List<Long> accounts) {
        /** The agency, or 0 where it is still this one. */
        long movedFrom(long agency) {
            return agencyId == agency ? 0 : agencyId;
        }

        /** Key of the sentence about it. */
        public String key() {
            return by == By.ANOTHER_AGENCY && told.isEmpty()
                    ? "review.reconsidered"
                    : "review.reconsidered-by-"
                            + by.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Inject
    private Lending lending;

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

    Went than(Deciders makers, long entryId, long agencyId) {
        List<Actor> here = others(agencyId, makers, entryId);
        if (here.stream().anyMatch(member -> member.role() == Role.REVIEWER)) {
            return new Went(By.REVIEWER, agencyId, "", accounts(here));
        }
        if (!here.isEmpty()) {
            return new Went(By.HEAD, agencyId, "", accounts(here));
        }
        return above(makers, entryId, agencyId)
                .filter(agency -> agency.id() != agencyId)
                .map(agency -> new Went(
                        By.ANOTHER_AGENCY,
                        agency.id(),
                        agency.isNamedWhenPassedOn() ? agency.name() : "",
                        accounts(others(agency.id(), makers, entryId))))
                .orElse(new Went(By.REVIEWER, agencyId, "", List.of()));
    }

    /** The next above where somebody could; the task force takes what nobody else does. */
    private Optional<AgencyView> above(Deciders makers, long entryId, long agencyId) {
        Set<Long> met = new HashSet<>(Set.of(agencyId));
        Optional<AgencyView> next = parent(agencyId);
        while (next.isPresent() && met.add(next.get().id())) {
            if (!others(next.get().id(), makers, entryId).isEmpty()) {
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

    /** Who of the agency may judge it, as they sit there: its own people, and who is lent to it. */
    private List<Actor> others(long agencyId, Deciders makers, long entryId) {
        List<Actor> members = lending.couldSitAt(agencyId);
        Map<Actor, Set<Long>> officers = new HashMap<>();
        members.forEach(officer -> officers.put(officer, delegations.standsInFor(officer)));
        Set<Long> could = reopening.couldJudge(Actor.PORTAL, entryId, makers, officers);
        return members.stream()
                .filter(member -> could.contains(member.accountId()))
                .toList();
    }

    /** Whoever is lent sees it in the queue when they sit there. */
    private static List<Long> accounts(List<Actor> members) {
        return members.stream()
                .filter(member -> member.homeAgencyId() == member.agencyId())
                .map(Actor::accountId)
                .toList();
    }

    /**
     * Whoever would not look for it in their queue by themselves.
     *
     * @param news key of the sentence, with the agency that decided
     */
    void tell(String news, PublicId entry, long agencyId, Went went) {
        if (went.by() != By.REVIEWER && !went.accounts().isEmpty()) {
            told.fire(AccountsTold.of(
                    went.accounts(),
                    news,
                    "/agency/review-entry?id=" + entry,
                    catalogue.agency(agencyId).map(AgencyView::name).orElse("")));
        }
    }
}
