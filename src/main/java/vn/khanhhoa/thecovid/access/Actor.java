package vn.khanhhoa.thecovid.access;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * On whose behalf a use case runs: always an explicit argument, in jobs too. Ids of 0 mean none.
 *
 * @param accountId 0 for a visitor and for the portal itself
 * @param agencyId for which it acts
 * @param homeAgencyId whose officer it is: another one where it is lent
 * @param lacking of a program, what its token is not good for; nothing for people, whom their permissions bind alone
 */
public record Actor(
        long accountId,
        String name,
        Role role,
        long organisationId,
        long agencyId,
        long homeAgencyId,
        Set<ApiScope> lacking)
        implements Serializable {
    public static final Actor VISITOR = new Actor(0, "", Role.VISITOR, 0, 0);
    public static final Actor PORTAL = new Actor(0, "", Role.PORTAL, 0, 0);

    public Actor {
        lacking = Set.copyOf(lacking);
    }

    public Actor(long accountId, String name, Role role, long organisationId, long agencyId, long homeAgencyId) {
        this(accountId, name, role, organisationId, agencyId, homeAgencyId, Set.of());
    }

    public Actor(long accountId, String name, Role role, long organisationId, long agencyId) {
        this(accountId, name, role, organisationId, agencyId, agencyId);
    }

    /** The same person at the desk of another agency, where they are a reviewer and nothing more. */
    public Actor lentTo(long agency) {
        return new Actor(accountId, name, Role.REVIEWER, organisationId, agency, homeAgencyId);
    }

    public boolean belongsTo(long agency) {
        return agency == agencyId || agency == homeAgencyId;
    }

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    public boolean isSignedIn() {
        return accountId != 0;
    }

    /** Refuses whoever asks for another organisation's record, in the same words as for one that does not exist. */
    public void requireOrganisation(long owner) {
        if (owner == 0 || owner != organisationId) {
            throw new NotFound();
        }
    }

    public void requireAgency(@Nullable Long assigned) {
        if (assigned == null || assigned == 0 || assigned != agencyId) {
            throw new NotFound();
        }
    }

    /** For what a call does that its own scope does not say, wherever in the call that turns out. */
    public void requireScope(ApiScope scope) {
        if (lacking.contains(scope)) {
            throw new RuleViolation("access.scope-missing", scope.text());
        }
    }

    void require(Permission permission) {
        if (!may(permission)) {
            throw new RuleViolation(isSignedIn() ? "access.not-permitted" : "access.sign-in-first");
        }
    }
}
