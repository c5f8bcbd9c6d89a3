package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/** What the page of an entry says of its card. */
@Named
@RequestScoped
public class EntryCard {
    @Inject
    private CardQueries cards;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    private final Map<Long, String> said = new HashMap<>();
    private final Map<Long, String> links = new HashMap<>();
    private final Map<Long, Optional<CardView>> newest = new HashMap<>();

    /** That the approval of an entry is looked at again and its card suspended meanwhile; empty where it is not so. */
    public String lookedAtAgain(EntryView entry) {
        return said.computeIfAbsent(entry.entryId(), id -> isSuspended(entry) ? sentence(entry) : "");
    }

    /** The newest card of an entry that is in force; null where it has none. */
    public @Nullable CardView of(EntryView entry) {
        return newest.computeIfAbsent(entry.entryId(), cards::ofEntry).orElse(null);
    }

    /** That the card of an entry does not hold, whatever was decided of the entry; false where it has none. */
    public boolean isStopped(EntryView entry) {
        CardView card = of(entry);
        return card != null && card.state() != CardState.VALID;
    }

    /** Where the card of an entry is suspended or revoked; empty where it has none that counts. */
    public String link(EntryView entry) {
        return links.computeIfAbsent(
                entry.entryId(),
                id -> cards.ofEntry(id)
                        .filter(CardView::isCurrent)
                        .map(card -> "/health-office/card?id=" + card.id())
                        .orElse(""));
    }

    private boolean isSuspended(EntryView entry) {
        return entry.state() == EntryState.PENDING
                && cards.ofEntry(entry.entryId())
                        .filter(card -> card.state() == CardState.SUSPENDED)
                        .isPresent();
    }

    private String sentence(EntryView entry) {
        return language.text(
                "card.looked-at-again-explained",
                catalogue.agency(entry.toldAgencyId()).map(AgencyView::name).orElse(""));
    }
}
