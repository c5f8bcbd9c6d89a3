package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Affiliation;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/** Invites a member of an agency, or another administrator. */
@Named
@RequestScoped
public class AccountInvitationPage {
    private static final List<Role> ROLES = List.of(
            Role.REVIEWER,
            Role.APPROVER,
            Role.HEALTH_OFFICER,
            Role.SOURCE_OFFICER,
            Role.STEERING_OFFICER,
            Role.ADMINISTRATOR);

    @Inject
    private Invitations invitations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private String email = "";
    private String displayName = "";
    private Role role = Role.REVIEWER;
    private @Nullable Long agencyId;

    public List<Role> getRoles() {
        return ROLES;
    }

    public List<AgencyView> getAgencies() {
        return catalogue.agencies(LocalDate.now(clock));
    }

    public void invite() {
        Affiliation affiliation =
                agencyId == null || role == Role.ADMINISTRATOR ? Affiliation.NONE : Affiliation.agency(agencyId);
        invitations.inviteMember(actor.get(), email, displayName, role, affiliation);
        messages.success("access.invited", email);
        messages.go("/admin/accounts");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public @Nullable Long getAgencyId() {
        return agencyId;
    }

    public void setAgencyId(@Nullable Long agencyId) {
        this.agencyId = agencyId;
    }
}
