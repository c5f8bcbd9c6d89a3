package vn.khanhhoa.thecovid.access;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Who works at an agency now. */
@UseCase
public class AgencyStaff {
    /** An account that may sign in. */
    public record Member(long accountId, PublicId id, String name, Role role) {}

    @Inject
    private EntityManager entities;

    /** Reviewers and approvers of the actor's own agency, by name. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Member> colleagues(Actor actor) {
        return of(actor.homeAgencyId());
    }

    @Requires(Permission.RUN_JOBS)
    public List<Member> of(Actor portal, long agencyId) {
        return of(agencyId);
    }

    /** Whether somebody of an agency could review what comes there. */
    @Requires(Permission.REVIEW_ENTRIES)
    public boolean isStaffed(Actor actor, long agencyId) {
        return !of(agencyId).isEmpty();
    }

    /** Accounts of an agency that may sign in and have a permission. */
    @Requires(Permission.RUN_JOBS)
    public List<Long> withPermission(Actor portal, long agencyId, Permission permission) {
        return entities.createQuery("select a from Account a where a.agencyId = :agency order by a.id", Account.class)
                .setParameter("agency", agencyId)
                .getResultStream()
                .filter(account -> account.isActive() && account.actor().may(permission))
                .map(Account::id)
                .toList();
    }

    /** Those of these accounts who may review, by name. */
    @Requires(Permission.RUN_JOBS)
    public List<Member> members(Actor portal, List<Long> accountIds) {
        return accountIds.isEmpty()
                ? List.of()
                : members(entities.createQuery(
                                "select a from Account a where a.id in :ids order by a.displayName, a.id",
                                Account.class)
                        .setParameter("ids", accountIds)
                        .getResultStream());
    }

    /** Whether the actor could still do what they began: the account is there, active and as it was. */
    @Requires(Permission.ANYONE)
    public boolean mayStill(Actor actor) {
        Account account = entities.find(Account.class, actor.accountId());
        return account != null
                && account.isActive()
                && account.actor().may(Permission.REVIEW_ENTRIES)
                && account.actor().agencyId() == actor.homeAgencyId();
    }

    private List<Member> of(long agencyId) {
        return members(entities.createQuery(
                        "select a from Account a where a.agencyId = :agency order by a.displayName, a.id",
                        Account.class)
                .setParameter("agency", agencyId)
                .getResultStream());
    }

    private static List<Member> members(Stream<Account> accounts) {
        return accounts.filter(account -> account.isActive() && account.actor().may(Permission.REVIEW_ENTRIES))
                .map(account -> new Member(
                        account.id(),
                        account.publicId(),
                        account.actor().name(),
                        account.actor().role()))
                .toList();
    }
}
