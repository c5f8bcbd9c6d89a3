package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;

/** Finding a card. */
@Named
@RequestScoped
public class CardsPage {
    private static final int PAGE = 25;

    @Inject
    private CardControl control;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    public List<CardView> getCards() {
        return control.search(actor.get(), getText(), getPaging().first(), PAGE);
    }

    public Paging getPaging() {
        return Paging.of(
                parameters.page(), PAGE, control.count(actor.get(), getText()), Map.of("search", parameters.search()));
    }

    public String getText() {
        return parameters.text("text");
    }
}
