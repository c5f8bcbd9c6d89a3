package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.citizen.EntryStatus;
import vn.khanhhoa.thecovid.citizen.StatusLookup;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.IndividualCheck;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;

/** A person mends or takes back the entry that they made, once they have typed the whole number of their document. */
@Named
@RequestScoped
public class MendPage extends PersonalForm {
    @Inject
    private StatusLookup lookup;

    @Inject
    private OpenedEntries opened;

    @Inject
    private PersonalDrafts drafts;

    @Inject
    private Language language;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    private String document = "";
    private @Nullable EntryStatus status;
    private @Nullable IndividualCheck understood;

    /** What was sent is read again only where the number was typed in this visit; what was not right is asked for again. */
    public void load() {
        boolean mendable = getStatus().isMendable();
        Optional<IndividualEntries.Proof> proven = opened.proven(getView());
        if (proven.isPresent() && mendable) {
            Optional<PersonalDrafts.Draft> draft = edited().flatMap(drafts::find);
            fill(draft.isPresent() ? draft.get().cells() : individuals().cells(proven.get()));
            draft.ifPresent(faulty -> tell(individuals().check(faulty.cells())));
        }
    }

    private Optional<PublicId> edited() {
        return PublicId.parse(parameters.text("edit"));
    }

    public EntryStatus getStatus() {
        EntryStatus known = status;
        if (known == null) {
            known = opened.find(getView())
                    .map(entry -> lookup.status(entry, language.getLocale()))
                    .filter(EntryStatus::individual)
                    .orElseThrow(NotFound::new);
            status = known;
        }
        return known;
    }

    public boolean isProven() {
        return opened.proven(getView()).isPresent();
    }

    public void prove() {
        Optional<IndividualEntries.Proof> proven = individuals()
                .prove(opened.code(getView()).orElseThrow(NotFound::new), document, actor.networkAddress());
        if (proven.isEmpty()) {
            messages().errorAt("proof:document", "citizen.mend.refused");
            return;
        }
        opened.prove(getView(), proven.get());
        messages().go("/citizen/mend?view=" + getView());
    }

    /** What the portal understands otherwise than it was typed is asked about first. */
    public void mend() {
        Map<String, String> cells = cells();
        IndividualCheck check = individuals().check(cells);
        if (check.good() && check.answers().stream().noneMatch(IndividualCheck.Answer::isRepaired)) {
            send(cells, edited());
        } else {
            messages()
                    .go("/citizen/mend?view=" + getView() + (check.good() ? "&draft=" : "&edit=")
                            + drafts.keep(edited(), cells, person(cells)));
        }
    }

    /** What was asked about and is right. */
    public void send() {
        Optional<PublicId> id = draft();
        Optional<PersonalDrafts.Draft> draft = id.flatMap(drafts::find);
        if (draft.isPresent()) {
            send(draft.get().cells(), id);
        } else {
            messages().go("/citizen/mend?view=" + getView());
        }
    }

    private void send(Map<String, String> cells, Optional<PublicId> draft) {
        IndividualEntries.Outcome outcome =
                individuals().mend(actor.get(), opened.proven(getView()).orElseThrow(NotFound::new), cells);
        if (outcome instanceof IndividualEntries.Faulty) {
            messages().go("/citizen/mend?view=" + getView() + "&edit=" + drafts.keep(draft, cells, person(cells)));
        } else {
            draft.ifPresent(drafts::drop);
            messages().success("citizen.mend.sent");
            messages().go("/citizen/status?view=" + getView());
        }
    }

    private Optional<PublicId> draft() {
        return PublicId.parse(parameters.text("draft"));
    }

    public String getDraft() {
        return parameters.text("draft");
    }

    /** Whether what was typed is to be looked at before it is sent. */
    public boolean isAsking() {
        return isProven()
                && getStatus().isMendable()
                && draft().flatMap(drafts::find).isPresent();
    }

    public IndividualCheck getUnderstood() {
        IndividualCheck known = understood;
        if (known == null) {
            known = individuals()
                    .check(draft().flatMap(drafts::find)
                            .map(PersonalDrafts.Draft::cells)
                            .orElseThrow(NotFound::new));
            understood = known;
        }
        return known;
    }

    public void withdraw() {
        individuals().withdraw(actor.get(), opened.proven(getView()).orElseThrow(NotFound::new));
        messages().success("citizen.mend.withdrawn");
        messages().go("/citizen/status?view=" + getView());
    }

    public String getView() {
        return parameters.text("view");
    }

    /** Never sent back to the page. */
    public String getDocument() {
        return "";
    }

    public void setDocument(String document) {
        this.document = document;
    }
}
