package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/**
 * Tells of time that runs out: first the reviewers, then their head, then the task force; of proposals the heads alone. Each
 * word leads to where those entries are.
 */
@ApplicationScoped
class DeadlineNotices {
    @Inject
    private AgencyStaff staff;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountsTold> told;

    void tell(@Observes DeadlinesPassed passed) {
        if (passed.proposed() && passed.alarm() != DeadlinesPassed.Alarm.LONG_PAST) {
            tell(passed, passed.agencyId(), DeadlineNotices::isHead, "/agency-head/proposals");
            return;
        }
        switch (passed.alarm()) {
            case NEAR -> tell(passed, passed.agencyId(), member -> true, "/agency/review-queue?due=near");
            case PAST -> tell(passed, passed.agencyId(), DeadlineNotices::isHead, "/agency/review-queue?due=past");
            case LONG_PAST ->
                catalogue.agencyByCode(Forwarding.TRIAGE, LocalDate.now(clock)).ifPresent(taskForce -> {
                    // Another agency's queue is closed to them: its heads lend it reviewers, who help with no
                    // proposals.
                    tell(
                            passed,
                            taskForce.id(),
                            DeadlineNotices::isHead,
                            passed.proposed() ? "/agency/home" : lendingTo(passed.agencyId()));
                    tell(passed, taskForce.id(), member -> !isHead(member), "/agency/home");
                });
        }
    }

    private static boolean isHead(AgencyStaff.Member member) {
        return member.role().may(Permission.APPROVE_PROPOSALS);
    }

    private String lendingTo(long agencyId) {
        return "/agency-head/lending"
                + catalogue
                        .agency(agencyId)
                        .map(agency -> "?borrower=" + agency.publicId())
                        .orElse("");
    }

    private void tell(DeadlinesPassed passed, long agencyId, Predicate<AgencyStaff.Member> whom, String path) {
        List<Long> accounts = staff.of(Actor.PORTAL, agencyId).stream()
                .filter(whom)
                .map(AgencyStaff.Member::accountId)
                .toList();
        if (!accounts.isEmpty()) {
            told.fire(AccountsTold.of(
                    accounts,
                    passed.key(),
                    path,
                    passed.entries(),
                    catalogue.agency(passed.agencyId()).map(AgencyView::name).orElse("")));
        }
    }
}
