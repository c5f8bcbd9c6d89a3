package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.citizen.EntryStatus;
import vn.khanhhoa.thecovid.citizen.Reconsidering;
import vn.khanhhoa.thecovid.citizen.StatusLookup;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.stafflist.EntryState;

@Named
@RequestScoped
public class StatusPage {
    /** What is said to those who have no organisation to turn to. */
    private static final Set<EntryState> ADDRESSED =
            Set.of(EntryState.RETURNED, EntryState.REFUSED, EntryState.WITHDRAWN);

    @Inject
    private StatusLookup lookup;

    @Inject
    private Reconsidering reconsidering;

    @Inject
    private OpenedEntries opened;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private String code = "";
    private String proof = "";
    private @Nullable EntryStatus status;

    public void open() {
        StatusLookup.Outcome outcome = lookup.attempt(code, proof, actor.networkAddress());
        if (outcome instanceof StatusLookup.Opened found) {
            messages.go("/citizen/status?view=" + opened.remember(found.entryId(), found.code()));
        } else if (outcome instanceof StatusLookup.TooManyAttempts) {
            messages.error("citizen.too-many-attempts");
        } else {
            messages.error("citizen.refused");
        }
    }

    public @Nullable EntryStatus getStatus() {
        if (status == null && getEntry() != 0) {
            status = lookup.status(getEntry(), language.getLocale());
        }
        return status;
    }

    public List<StatusLookup.AgencyLook> getLooks() {
        return getEntry() == 0 ? List.of() : lookup.looks(getEntry());
    }

    public boolean isReconsiderable() {
        return opened.find(getView()).filter(reconsidering::mayAsk).isPresent();
    }

    /** The entry that was opened, or 0; for what other modules say of it, on the server. */
    public long getEntry() {
        return opened.find(getView()).orElse(0L);
    }

    /** The address was of a view that has ended, or of another browser. */
    public boolean isOver() {
        return !getView().isEmpty() && getEntry() == 0;
    }

    public String stateText(String what) {
        EntryStatus known = getStatus();
        if (known == null) {
            return "";
        }
        if (known.isLookedAtAgain()) {
            return language.text("citizen.state.again." + what);
        }
        if (known.isStopped()) {
            return what.equals("title") ? language.text("citizen.state.stopped.title") : getCardText();
        }
        String state = known.left() ? "left" : known.state().name().toLowerCase(Locale.ROOT);
        boolean own = known.individual() && what.equals("text") && ADDRESSED.contains(known.state());
        return language.text((own ? "citizen.individual.state." : "citizen.state.") + state + "." + what);
    }

    /** Why the card does not hold and what to do; empty where it holds or there is none. */
    public String getCardText() {
        EntryStatus known = getStatus();
        return known == null || known.cardKey().isEmpty()
                ? ""
                : language.text("citizen.card." + known.cardKey(), known.whomToAsk());
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getProof() {
        return proof;
    }

    public void setProof(String proof) {
        this.proof = proof;
    }

    public String getView() {
        return parameters.text("view");
    }
}
