package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.FaultReports;
import vn.khanhhoa.thecovid.eligibility.FaultView;
import vn.khanhhoa.thecovid.eligibility.PersonRecord;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What somebody says is wrong in their data, before an officer of the source: here it is answered. */
@Named
@RequestScoped
public class FaultReportPage {
    @Inject
    private FaultReports faults;

    @Inject
    private TieWords words;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private FaultReports.@Nullable Looked looked;
    private String outcome = "";
    private String note = "";

    @PostConstruct
    void read() {
        looked = faults.look(actor.get(), id());
    }

    public void load() {
        getFault();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    public FaultView getFault() {
        return Objects.requireNonNull(looked).fault();
    }

    /** What the sources of the reader's agency have of the person. */
    public List<PersonRecord> getRecords() {
        return Objects.requireNonNull(looked).records();
    }

    public String getBirth() {
        return words.birth(Objects.requireNonNull(getFault().person()).birth());
    }

    public boolean isAnswerable() {
        return messages.isHearing() || getFault().isWaiting();
    }

    public List<SelectItem> getOutcomes() {
        return Arrays.stream(FaultView.Outcome.values())
                .map(each -> new SelectItem(each.name(), language.text(each.key())))
                .toList();
    }

    public void answer() {
        Optional<FaultView.Outcome> chosen = Arrays.stream(FaultView.Outcome.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst();
        if (chosen.isEmpty()) {
            messages.errorAt("answering:outcome", "eligibility.fault-outcome-missing");
            return;
        }
        faults.answer(actor.get(), id(), chosen.get(), note);
        messages.success("eligibility.fault.answered");
        messages.go("/health-data/requests?id=" + getFault().source().publicId());
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = Objects.requireNonNullElse(outcome, "");
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = Objects.requireNonNullElse(note, "");
    }
}
