package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a page bean says to its reader, and where it goes next. */
@RequestScoped
public class PageMessages {
    @Inject
    private Language language;

    /** Survives the redirect that follows. */
    public void success(String key, Object... args) {
        add(null, FacesMessage.SEVERITY_INFO, key, args);
    }

    /** The same with a link behind it. @param path of the portal, which begins with a slash */
    public void successLeadingTo(String path, String linkKey, String key, Object... args) {
        add(null, new LeadingMessage(language.text(key, args), path, language.text(linkKey)));
    }

    public void error(String key, Object... args) {
        add(null, FacesMessage.SEVERITY_ERROR, key, args);
    }

    public void errorAt(String clientId, String key, Object... args) {
        add(clientId, FacesMessage.SEVERITY_ERROR, key, args);
    }

    private void add(@Nullable String clientId, FacesMessage.Severity severity, String key, Object... args) {
        add(clientId, new FacesMessage(severity, language.text(key, args), null));
    }

    private static void add(@Nullable String clientId, FacesMessage message) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(clientId, message);
    }

    /** A confirmation that says where to go on. */
    static final class LeadingMessage extends FacesMessage {
        private static final long serialVersionUID = 1L;

        private final String path;
        private final String link;

        private LeadingMessage(String text, String path, String link) {
            super(FacesMessage.SEVERITY_INFO, text, null);
            this.path = path;
            this.link = link;
        }

        String path() {
            return path;
        }

        String link() {
            return link;
        }
    }

    /**
     * Whether a form that was sent is being heard: what was shown with it is then still there, whatever has happened since, so
     * that the rule behind its button can say what is wrong.
     */
    public boolean isHearing() {
        FacesContext context = FacesContext.getCurrentInstance();
        return context.isPostback() && context.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** POST, redirect, GET: to a path of the portal, which begins with a slash. */
    public void go(String path) {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + path);
            context.responseComplete();
        } catch (IOException gone) {
            throw new IllegalStateException("the caller is gone", gone);
        }
    }
}
