package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/** Tells of time that runs out: first the reviewers, then their head, then the task force. */
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
        List<Long> accounts = accounts(passed);
        if (!accounts.isEmpty()) {
            told.fire(AccountsTold.of(
                    accounts,
                    passed.alarm().key(),
                    "/agency/review-queue?due=" + (passed.alarm() == DeadlinesPassed.Alarm.NEAR ? "near" : "past"),
                    passed.entries(),
                    catalogue.agency(passed.agencyId()).map(AgencyView::name).orElse("")));
        }
    }

    private List<Long> accounts(DeadlinesPassed passed) {
        return switch (passed.alarm()) {
            case NEAR -> of(passed.agencyId(), false);
            case PAST -> of(passed.agencyId(), true);
            case LONG_PAST ->
                catalogue
                        .agencyByCode(Forwarding.TRIAGE, LocalDate.now(clock))
                        .map(taskForce -> of(taskForce.id(), false))
                        .orElse(List.of());
        };
    }

    private List<Long> of(long agencyId, boolean heads) {
        return staff.of(Actor.PORTAL, agencyId).stream()
                .filter(member -> !heads || member.role().may(Permission.APPROVE_PROPOSALS))
                .map(AgencyStaff.Member::accountId)
                .toList();
    }
}
