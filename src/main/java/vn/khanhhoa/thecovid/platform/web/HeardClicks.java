package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewAction;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

/**
 * No click is lost without a word: where a form was sent, and its button is not on the page as it is now, nothing was done,
 * and the page says so.
 */
public final class HeardClicks implements ActionListener, PhaseListener {
    private static final long serialVersionUID = 1;
    private static final String HEARD = HeardClicks.class.getName();

    private final transient ActionListener wrapped;

    /** As the phase listener, which performs no action. */
    public HeardClicks() {
        this(event -> {});
    }

    public HeardClicks(ActionListener wrapped) {
        this.wrapped = wrapped;
    }

    @Override
    public void processAction(ActionEvent event) {
        if (!(event.getComponent() instanceof UIViewAction)) {
            FacesContext.getCurrentInstance().getAttributes().put(HEARD, true);
        }
        wrapped.processAction(event);
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        if (context.isPostback()
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !context.getPartialViewContext().isPartialRequest()
                && !context.getAttributes().containsKey(HEARD)
                && !context.isValidationFailed()
                && context.getMessageList().isEmpty()) {
            Language language = CDI.current().select(Language.class).get();
            context.addMessage(
                    null, new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text("platform.not-done"), null));
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // Said before the page is written.
    }
}
