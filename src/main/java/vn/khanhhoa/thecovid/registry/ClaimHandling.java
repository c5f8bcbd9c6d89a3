package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The agency looks into claims on organisations that it judges, and nobody else can let a claimant in. */
@UseCase
public class ClaimHandling {
    @Inject
    private Claims claims;

    @Inject
    private Invitations invitations;

    @Inject
    private Clock clock;

    @Inject
    private Event<OrganisationClaimed> claimed;

    @Inject
    private Event<AuditedEvent> trail;

    /** Oldest first. */
    @Requires(Permission.JUDGE_REGISTRATIONS)
    public List<ClaimView> open(Actor actor) {
        return claims.open(actor.agencyId()).stream().map(Claim::view).toList();
    }

    /** The claimant becomes an officer of the organisation, beside those it has, who hear of it. */
    @Requires(Permission.JUDGE_REGISTRATIONS)
    public void accept(Actor actor, PublicId id) {
        Claim claim = own(actor, id);
        claim.close(actor.accountId(), clock.instant());
        long organisation = claim.organisation().id();
        if (!invitations.inviteClaimant(actor, claim.claimantEmail(), claim.claimantName(), organisation)) {
            throw new RuleViolation("registry.claimant-has-account");
        }
        claimed.fire(new OrganisationClaimed(organisation, claim.agencyId(), true));
        trail.fire(new RegistrationEvent(actor.accountId(), "claim.accepted", "claim", id));
    }

    @Requires(Permission.JUDGE_REGISTRATIONS)
    public void close(Actor actor, PublicId id) {
        own(actor, id).close(actor.accountId(), clock.instant());
        trail.fire(new RegistrationEvent(actor.accountId(), "claim.closed", "claim", id));
    }

    private Claim own(Actor actor, PublicId id) {
        Claim claim = claims.byPublicId(id).orElseThrow(NotFound::new);
        actor.requireAgency(claim.agencyId());
        return claim;
    }
}
