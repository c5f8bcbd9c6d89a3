package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.MessageState;
import vn.khanhhoa.thecovid.notification.MessageView;
import vn.khanhhoa.thecovid.notification.Outbox;
import vn.khanhhoa.thecovid.platform.web.Paging;

/** What left the portal, and what did not yet. */
@Named
@RequestScoped
public class OutboxPage {
    private static final int SIZE = 25;

    @Inject
    private Outbox outbox;

    @Inject
    private CurrentActor actor;

    private String state = "";
    private int page = 1;

    public List<MessageView> getMessages() {
        return outbox.list(actor.get(), wanted(), getPaging().first(), SIZE);
    }

    public Paging getPaging() {
        return Paging.of(page, SIZE, outbox.count(actor.get(), wanted()), Map.of("state", state));
    }

    public MessageState[] getStates() {
        return MessageState.values();
    }

    /** A state that does not exist filters nothing. */
    private @Nullable MessageState wanted() {
        return Stream.of(MessageState.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElse(null);
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
