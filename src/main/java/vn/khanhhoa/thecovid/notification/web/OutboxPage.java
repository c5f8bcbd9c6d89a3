package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.Channel;
import vn.khanhhoa.thecovid.notification.MessageKind;
import vn.khanhhoa.thecovid.notification.MessageState;
import vn.khanhhoa.thecovid.notification.MessageView;
import vn.khanhhoa.thecovid.notification.Outbox;
import vn.khanhhoa.thecovid.notification.OutboxFigures;
import vn.khanhhoa.thecovid.notification.OutboxFilter;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What left the portal, and what did not yet. A recipient is searched for by a posted form and in no address. */
@Named
@RequestScoped
public class OutboxPage {
    private static final int SIZE = 50;

    @Inject
    private Outbox outbox;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private @Nullable List<MessageView> found;
    private Outbox.@Nullable SentAgain again;
    private long shown;

    private List<MessageView> found() {
        List<MessageView> known = found;
        if (known == null) {
            known = outbox.list(actor.get(), filter(), PublicId.parse(parameters.text("before")), SIZE + 1);
            found = known;
        }
        return known;
    }

    public List<MessageView> getMessages() {
        return found().subList(0, Math.min(SIZE, found().size()));
    }

    /** The rest of the same list; empty at its end. */
    public String getOlder() {
        return found().size() <= SIZE ? "" : link(found().get(SIZE - 1).id().toString());
    }

    private String link(String before) {
        return new Paging(
                        1,
                        SIZE,
                        0,
                        Map.of(
                                "before", before,
                                "channel", getChannel(),
                                "state", getState(),
                                "kind", getKind(),
                                "from", getFrom(),
                                "to", getTo(),
                                "search", getSearch()))
                .link(1);
    }

    public List<OutboxFigures> getFigures() {
        return outbox.figures(actor.get());
    }

    public long getUntold() {
        return outbox.untold(actor.get());
    }

    /** Of what matches, how many could be sent again. */
    public Outbox.SentAgain getAgain() {
        Outbox.SentAgain known = again;
        if (known == null) {
            known = outbox.countSentAgain(actor.get(), filter());
            again = known;
        }
        return known;
    }

    public void sendAllAgain() {
        long sent = outbox.sendAllAgain(actor.get(), filter(), shown);
        messages.success("notification.all-waiting-again", sent);
        messages.go("/admin/outbox" + link(""));
    }

    private OutboxFilter filter() {
        return new OutboxFilter(
                of(Channel.values(), "channel"),
                of(MessageState.values(), "state"),
                of(MessageKind.values(), "kind"),
                day("from"),
                day("to"),
                getRecipient());
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public MessageState[] getStates() {
        return MessageState.values();
    }

    public MessageKind[] getKinds() {
        return MessageKind.values();
    }

    public String getChannel() {
        return of(Channel.values(), "channel").map(Channel::name).orElse("");
    }

    public String getState() {
        return of(MessageState.values(), "state").map(MessageState::name).orElse("");
    }

    public String getKind() {
        return of(MessageKind.values(), "kind").map(MessageKind::name).orElse("");
    }

    public String getFrom() {
        return parameters.text("from");
    }

    public String getTo() {
        return parameters.text("to");
    }

    public String getRecipient() {
        return parameters.text("recipient");
    }

    public String getSearch() {
        return parameters.search();
    }

    /** What does not exist filters nothing. */
    private <T extends Enum<T>> Optional<T> of(T[] values, String name) {
        String wanted = parameters.text(name);
        return Arrays.stream(values).filter(each -> each.name().equals(wanted)).findFirst();
    }

    /** What is not a day filters nothing. */
    private Optional<LocalDate> day(String name) {
        return DayText.read(parameters.text(name));
    }

    /** Something stands where a day should. */
    public boolean isDayWrong() {
        return Stream.of("from", "to")
                .anyMatch(name -> !parameters.text(name).isBlank() && day(name).isEmpty());
    }

    /** How many the administrator was told of. */
    public long getShown() {
        return getAgain().all();
    }

    public void setShown(long shown) {
        this.shown = shown;
    }
}
