package vn.khanhhoa.thecovid.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.platform.web.PageMessages;

/** Asks for a new link; the answer is the same for everybody. */
@Named
@RequestScoped
public class ForgottenPage {
    @Inject
    private Invitations invitations;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private String email = "";

    public void send() {
        invitations.forgotten(email, actor.networkAddress());
        messages.success("access.forgotten-sent");
        messages.go("/public/sign-in");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
