package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
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

    /** That the approval of an entry is looked at again and its card suspended meanwhile; empty where it is not so. */
    public String lookedAtAgain(EntryView entry) {
        return said.computeIfAbsent(entry.entryId(), id -> isSuspended(entry) ? sentence(entry) : "");
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
