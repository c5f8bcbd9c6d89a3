package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;

/** Finding a card. */
@Named
@RequestScoped
public class CardsPage {
    private static final int PAGE = 25;

    @Inject
    private CardControl control;

    @Inject
    private EntryReading entries;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private @Nullable List<CardView> cards;
    private @Nullable Map<Long, PublicId> entryIds;

    public List<CardView> getCards() {
        List<CardView> known = cards;
        if (known == null) {
            known = control.search(actor.get(), getText(), getPaging().first(), PAGE);
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
        return Paging.of(
                parameters.page(), PAGE, control.count(actor.get(), getText()), Map.of("search", parameters.search()));
    }

    public String getText() {
        return parameters.text("text");
    }
}
