package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.Inbox;
import vn.khanhhoa.thecovid.platform.Incident;

/** How much the reader has not seen yet. It stands on every page, that of an error too, which it must not break. */
@Named("inboxBell")
@RequestScoped
public class InboxBell {
    private static final Logger LOG = Logger.getLogger(InboxBell.class.getName());
    private static final int UNASKED = -1;

    @Inject
    private Inbox inbox;

    @Inject
    private CurrentActor actor;

    private int unread = UNASKED;

    public int getUnread() {
        if (unread == UNASKED) {
            try {
                unread = inbox.unread(actor.get());
            } catch (RuntimeException unreachable) {
                Incident.log(LOG, Level.WARNING, unreachable);
                unread = 0;
            }
        }
        return unread;
    }
}
