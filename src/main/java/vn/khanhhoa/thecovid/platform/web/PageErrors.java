package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The one place where a page's failure becomes words. A broken rule and a record that somebody else changed are messages
 * on the same page, with all that was typed; a record that does not exist is a 404, unless another page says what became of it; an expired view is the page anew with
 * a word about it; anything else is logged under an incident id that the reader can quote.
 */
final class PageErrors extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger(PageErrors.class.getName());

    PageErrors(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> queue =
                        getUnhandledExceptionQueuedEvents().iterator();
                queue.hasNext(); ) {
            ExceptionQueuedEvent event = queue.next();
            queue.remove();
            if (!context.getResponseComplete()) {
                answer(
                        context,
                        event.getContext().getException(),
                        event.getContext().getPhaseId());
            }
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext context, Throwable failure, PhaseId phase) {
        RuleViolation rule = cause(failure, RuleViolation.class);
        SaidElsewhere elsewhere = cause(failure, SaidElsewhere.class);
        boolean rendering = phase == PhaseId.RENDER_RESPONSE;
        if (cause(failure, ViewExpiredException.class) != null) {
            restart(context);
        } else if (rule != null && !rendering) {
            say(context, rule.code(), rule.args().toArray());
        } else if (cause(failure, OptimisticLockException.class) != null && !rendering) {
            say(context, "platform.changed-meanwhile");
        } else if (elsewhere != null) {
            lead(context, context.getExternalContext().getRequestContextPath() + elsewhere.path());
        } else if (cause(failure, NotFound.class) != null) {
            error(context, 404);
        } else {
            String incident = Incident.log(LOG, Level.SEVERE, failure);
            if (rendering) {
                context.getExternalContext().getRequestMap().put("incident", incident);
                error(context, 500);
            } else {
                say(context, "platform.incident", incident);
            }
        }
    }

    private static void say(FacesContext context, String key, Object... args) {
        Language language = CDI.current().select(Language.class).get();
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text(key, args), null));
        context.renderResponse();
    }

    private static void restart(FacesContext context) {
        ExternalContext external = context.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String path = OwnPath.of(request);
        if (!OwnPath.isOwn(path)) {
            error(context, 404);
            return;
        }
        String query = request.getQueryString() == null ? "" : request.getQueryString() + "&";
        lead(context, path + "?" + query + "restarted=true");
    }

    private static void lead(FacesContext context, String address) {
        try {
            context.getExternalContext().redirect(address);
        } catch (IOException gone) {
            LOG.log(Level.FINE, "the caller is gone", gone);
        }
        context.responseComplete();
    }

    private static void error(FacesContext context, int status) {
        try {
            context.getExternalContext().responseSendError(status, null);
        } catch (IOException | IllegalStateException alreadySent) {
            LOG.log(Level.FINE, "the answer was on its way", alreadySent);
        }
        context.responseComplete();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
