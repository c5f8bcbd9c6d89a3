package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.Inbox;
import vn.khanhhoa.thecovid.notification.InboxItem;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What this account was told, newest first. */
@Named
@RequestScoped
public class InboxPage {
    private static final int SIZE = 30;

    @Inject
    private Inbox inbox;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private @Nullable List<InboxItem> found;

    private List<InboxItem> found() {
        List<InboxItem> known = found;
        if (known == null) {
            known = inbox.items(actor.get(), PublicId.parse(parameters.text("before")), SIZE + 1);
            found = known;
        }
        return known;
    }

    public List<InboxItem> getItems() {
        return found().subList(0, Math.min(SIZE, found().size()));
    }

    /** Empty at the end. */
    public String getOlder() {
        return found().size() <= SIZE ? "" : "?before=" + found().get(SIZE - 1).id();
    }

    public String sentence(InboxItem item) {
        return language.text(item.kind(), item.gaps().toArray());
    }

    public void readAll() {
        inbox.readAll(actor.get());
        messages.success("notification.inbox.all-read");
        messages.go("/account/inbox");
    }
}
