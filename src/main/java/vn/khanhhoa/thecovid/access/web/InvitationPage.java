package vn.khanhhoa.thecovid.access.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.platform.web.PageMessages;

/**
 * Where an invited reader sets a password. The code comes in the fragment of the link, which no server and no log sees: a
 * script posts it, or the reader pastes it.
 */
@Named
@ViewScoped
public class InvitationPage implements Serializable {
    @Inject
    private Invitations invitations;

    @Inject
    private PageMessages messages;

    private String code = "";
    private String invitee = "";
    private String password = "";

    public void check() {
        invitee = invitations.invitee(code.strip()).orElse("");
        if (invitee.isEmpty()) {
            messages.errorAt("open:code", "access.link-void");
        }
    }

    public void choose() {
        invitations.accept(code.strip(), password);
        messages.success("access.password-set");
        messages.go("/public/sign-in");
    }

    public String getInvitee() {
        return invitee;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
