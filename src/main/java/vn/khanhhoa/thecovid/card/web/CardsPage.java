package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.card.CardAct;
import vn.khanhhoa.thecovid.card.CardBulks;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardFilter;
import vn.khanhhoa.thecovid.card.CardStacks;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;

/** Finding a card. */
@Named
@RequestScoped
public class CardsPage {
    private static final int PAGE = 25;
    private static final int MOST_RECENT = 10;
    /** Days within which cards end. */
    private static final List<Integer> ENDS = List.of(3, 7, 14, 30);

    @Inject
    private CardControl control;

    @Inject
    private CardBulks bulks;

    @Inject
    private CardStacks stacks;

    @Inject
    private PageMessages messages;

    @Inject
    private EntryReading entries;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private CardAct act = CardAct.SUSPEND;
    private String reason = "";
    private @Nullable LocalDate until;
    private @Nullable List<CardView> cards;
    private @Nullable List<CardBulks.Recent> recent;
    private @Nullable Paging paging;
    private @Nullable List<CardStacks.Stack> found;
    private @Nullable Map<Long, PublicId> entryIds;

    public List<CardView> getCards() {
        List<CardView> known = cards;
        if (known == null) {
            known = control.search(actor.get(), filter(), getPaging().first(), PAGE);
            cards = known;
        }
        return known;
    }

    public boolean isWithEntries() {
        return actor.get().may(Permission.REVIEW_ENTRIES);
    }

    /** The entry that a card was made for, in an address; empty where it lies with another agency. */
    public String entry(CardView card) {
        Map<Long, PublicId> known = entryIds;
        if (known == null) {
            known = entries.idsAt(
                    actor.get(), getCards().stream().map(CardView::entryId).toList());
            entryIds = known;
        }
        PublicId id = known.get(card.entryId());
        return id == null ? "" : id.toString();
    }

    public Paging getPaging() {
        Paging known = paging;
        if (known == null) {
            known = Paging.of(
                    parameters.page(),
                    PAGE,
                    control.count(actor.get(), filter()),
                    Map.of("search", parameters.search()));
            paging = known;
        }
        return known;
    }

    /** The files that the cards make that match and can be used. */
    public List<CardStacks.Stack> getStacks() {
        List<CardStacks.Stack> known = found;
        if (known == null) {
            known = stacks.all(actor.get(), filter());
            found = known;
        }
        return known;
    }

    public String getSearch() {
        return parameters.search();
    }

    private CardFilter filter() {
        return new CardFilter(
                getText(),
                getOrganisation(),
                Stream.of(CardState.values())
                        .filter(state -> state.name().equals(getState()))
                        .findFirst(),
                days(getEnds()));
    }

    /** 0 for what is not on offer. */
    static int days(String ends) {
        return ENDS.stream()
                .filter(days -> String.valueOf(days).equals(ends))
                .findFirst()
                .orElse(0);
    }

    /** Looks through all that match what the page shows, not only those on it. */
    public void prepare() {
        PublicId id = bulks.prepare(actor.get(), filter(), act, reason, until);
        messages.go("/health-office/card-bulk?id=" + id);
    }

    public String getText() {
        return parameters.text("text");
    }

    public String getOrganisation() {
        return parameters.text("organisation");
    }

    public String getState() {
        return parameters.text("state");
    }

    public String getEnds() {
        return parameters.text("ends");
    }

    public List<Integer> getOfferedEnds() {
        return ENDS;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate day) {
        until = day;
    }

    public CardState[] getStates() {
        return CardState.values();
    }

    public CardAct[] getActs() {
        return CardAct.values();
    }

    public CardAct getAct() {
        return act;
    }

    public void setAct(CardAct act) {
        this.act = act;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String typed) {
        reason = typed == null ? "" : typed;
    }

    /** What the actor did to many cards lately, which may be undone. */
    public List<CardBulks.Recent> getRecent() {
        List<CardBulks.Recent> known = recent;
        if (known == null) {
            known = actor.get().may(Permission.CONTROL_CARDS) ? bulks.recent(actor.get(), MOST_RECENT) : List.of();
            recent = known;
        }
        return known;
    }
}
