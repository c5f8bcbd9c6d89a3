package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.CardBulks;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One act on many cards: what would become of them, how far it is, what became of them. */
@Named
@RequestScoped
public class CardBulkPage {
    private static final String PAGE = "/health-office/card-bulk?id=";

    @Inject
    private CardBulks bulks;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private CardBulks.@Nullable Progress progress;

    public void load() {
        getProgress();
    }

    public CardBulks.Progress getProgress() {
        CardBulks.Progress known = progress;
        if (known == null) {
            known = bulks.progress(actor.get(), getId());
            progress = known;
        }
        return known;
    }

    public void begin() {
        bulks.begin(actor.get(), getId());
        messages.go(PAGE + getId());
    }

    public void undo() {
        bulks.undo(actor.get(), getId());
        messages.go(PAGE + getId());
    }

    /** Key of the word for what becomes of a group. */
    public String key(CardBulks.Group group) {
        return switch (group.what()) {
            case "DONE" -> getProgress().begun() ? "card.bulk-done" : "card.bulk-will";
            case "UNDONE" -> "card.bulk-undone";
            default -> group.what();
        };
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
