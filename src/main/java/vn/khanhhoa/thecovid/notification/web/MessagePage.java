package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.MessageView;
import vn.khanhhoa.thecovid.notification.Outbox;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.platform.web.PublicAddress;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One message; its text is shown only to whoever asks for it by a button, which is recorded. */
@Named
@RequestScoped
public class MessagePage {
    @Inject
    private Outbox outbox;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private PublicAddress address;

    private List<String> lines = List.of();

    public MessageView getMessage() {
        return outbox.message(actor.get(), id());
    }

    public void open() {
        lines = outbox.open(actor.get(), id())
                .body()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    public void sendAgain() {
        outbox.sendAgain(actor.get(), id());
        messages.success("notification.waiting-again");
        messages.go("/admin/message?id=" + id());
    }

    /** The text, line by line; empty until it is opened. */
    public List<String> getLines() {
        return lines;
    }

    /** To the portal itself and nowhere else. */
    public boolean isLink(String line) {
        return address.leadsHere(line) && !line.endsWith("•");
    }

    private PublicId id() {
        return parameters.id("id");
    }
}
