package vn.khanhhoa.thecovid.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.SignIn;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.OwnPath;
import vn.khanhhoa.thecovid.platform.web.PageMessages;

@Named
@RequestScoped
public class SignInPage {
    @Inject
    private SignIn signIn;

    @Inject
    private CurrentActor actor;

    @Inject
    private Navigation navigation;

    @Inject
    private PageMessages messages;

    @Inject
    private Formats formats;

    private String email = "";
    private String password = "";
    private String then = "";

    public void enter() {
        SignIn.Outcome outcome = signIn.attempt(email, password, actor.networkAddress());
        if (outcome instanceof SignIn.Admitted admitted) {
            actor.enter(admitted);
            messages.go(OwnPath.isOwn(then) ? then : navigation.home());
        } else if (outcome instanceof SignIn.TooManyAttempts tooMany) {
            messages.error("access.too-many-attempts", formats.time(tooMany.until()));
        } else if (outcome instanceof SignIn.Barred barred) {
            messages.error("access.sign-in-barred", formats.time(barred.until()));
        } else {
            messages.error("access.sign-in-refused");
        }
    }

    public void leave() {
        actor.leave();
        messages.go("/public/sign-in?left=true");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getThen() {
        return then;
    }

    public void setThen(String then) {
        this.then = then;
    }
}
