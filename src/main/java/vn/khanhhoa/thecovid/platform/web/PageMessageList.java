package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The messages of the running request, sorted for the summary at the head of the page. */
@Named
@RequestScoped
public class PageMessageList {
    /** The client id is empty for what concerns the page as a whole, path and link where it leads nowhere. */
    public record Line(String clientId, String text, String path, String link) {}

    public List<Line> getErrors() {
        return lines(true);
    }

    public List<Line> getConfirmations() {
        return lines(false);
    }

    private static List<Line> lines(boolean errors) {
        List<Line> lines = new ArrayList<>();
        FacesContext context = FacesContext.getCurrentInstance();
        for (Iterator<String> ids = context.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            for (FacesMessage message : context.getMessageList(id)) {
                if (errors == (message.getSeverity() != FacesMessage.SEVERITY_INFO)) {
                    boolean leads = message instanceof PageMessages.LeadingMessage;
                    lines.add(new Line(
                            id == null ? "" : id,
                            message.getSummary(),
                            leads ? ((PageMessages.LeadingMessage) message).path() : "",
                            leads ? ((PageMessages.LeadingMessage) message).link() : ""));
                    message.rendered();
                }
            }
        }
        return lines;
    }
}
