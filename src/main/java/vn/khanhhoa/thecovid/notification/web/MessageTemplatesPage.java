package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.TemplateAdministration;

/** The words of all messages, as they are in force. */
@Named
@RequestScoped
public class MessageTemplatesPage {
    @Inject
    private TemplateAdministration administration;

    @Inject
    private CurrentActor actor;

    public List<TemplateAdministration.Version> getTemplates() {
        return administration.inForce(actor.get());
    }
}
