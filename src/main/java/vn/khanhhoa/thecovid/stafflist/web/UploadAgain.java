package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ColumnNames;
import vn.khanhhoa.thecovid.stafflist.ListForms;
import vn.khanhhoa.thecovid.stafflist.ReadingNotes;
import vn.khanhhoa.thecovid.stafflist.UploadState;
import vn.khanhhoa.thecovid.stafflist.UploadView;
import vn.khanhhoa.thecovid.stafflist.Uploading;

/** The part of a list's page on a file that came before and is to be read once more, in another way. */
@Named
@RequestScoped
public class UploadAgain {
    @Inject
    private Uploading uploading;

    @Inject
    private ListForms forms;

    @Inject
    private Language language;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private List<String> chosen = List.of();
    private @Nullable List<UploadView> uploads;

    private List<UploadView> uploads() {
        List<UploadView> known = uploads;
        if (known == null) {
            known = uploading.uploads(actor.get(), list());
            uploads = known;
        }
        return known;
    }

    private Optional<UploadView> asked() {
        Optional<PublicId> id = PublicId.parse(parameters.text("again"));
        return uploads().stream()
                .filter(upload -> id.filter(upload.id()::equals).isPresent())
                .findFirst();
    }

    public UploadView getUpload() {
        return asked().orElseThrow(NotFound::new);
    }

    public boolean isOfferingSheets() {
        return asked().filter(this::hasOtherSheets).isPresent();
    }

    /** Of several readings of a file, the last one that was taken knows what is left. */
    public boolean hasOtherSheets(UploadView upload) {
        return !upload.notes().otherSheets().isEmpty()
                && uploads().stream()
                        .filter(each -> each.state() == UploadState.TAKEN
                                && each.fileName().equals(upload.fileName()))
                        .findFirst()
                        .filter(upload::equals)
                        .isPresent();
    }

    /** A required column that was not found, with what to say of it. */
    public record Missing(FormColumn column, String guess) {}

    public boolean isMatchable(UploadView upload) {
        boolean offered = upload.state() == UploadState.REFUSED || isUnnamed(upload);
        return offered
                && !upload.notes().neededColumns().isEmpty()
                && !upload.notes().choosable().isEmpty();
    }

    /** Read, but for columns that have no heading. */
    public boolean isUnnamed(UploadView upload) {
        return (upload.state() == UploadState.STAGED || upload.state() == UploadState.TAKEN)
                && !upload.notes().unnamedColumns().isEmpty();
    }

    /** Columns that the file does not have, by the form's names in the reader's language. */
    public String missingColumns(UploadView upload) {
        List<String> missing = upload.notes().missingColumns();
        String names = new ColumnNames(forms.of(actor.get(), list()).form())
                .of(ReadingNotes.few(missing), !language.isVietnamese());
        return withMore(names, missing);
    }

    /** Headings as the file has them. */
    public String columns(List<String> headings) {
        return withMore(ReadingNotes.few(headings), headings);
    }

    private String withMore(String few, List<?> all) {
        int more = ReadingNotes.more(all);
        return more == 0 ? few : few + " " + language.text("stafflist.and-more-columns", more);
    }

    /** Where there are more columns without a heading than are named. */
    public String moreUnnamed(UploadView upload) {
        return withMore("", upload.notes().unnamedColumns()).strip();
    }

    public boolean isMatching() {
        return asked().filter(this::isMatchable).isPresent();
    }

    /** Whether it is said of another file just now that it cannot be taken: this is no time to speak of the one before. */
    public boolean isAnother() {
        return FacesContext.getCurrentInstance().isPostback() && !messages.isHearing();
    }

    /** What was refused last, and nothing has come since. */
    public @Nullable UploadView getRefused() {
        return uploads().stream()
                .findFirst()
                .filter(upload -> upload.state() == UploadState.REFUSED)
                .orElse(null);
    }

    public List<Missing> getMissing() {
        FormDefinition form = forms.of(actor.get(), list()).form();
        Map<String, String> guesses = getUpload().notes().unmatched().guesses(form);
        return form.columns().stream()
                .filter(column -> getUpload().notes().neededColumns().contains(column.key()))
                .map(column -> new Missing(column, guesses.getOrDefault(column.key(), "")))
                .toList();
    }

    /** Whether a heading is proposed for any of them. */
    public boolean isGuessing() {
        return getMissing().stream().anyMatch(missing -> !missing.guess().isEmpty());
    }

    /** Two columns cannot have one heading; a column without any would be missing again, which only a refused file minds. */
    public void match() {
        Map<String, String> columns = new HashMap<>();
        boolean faulty = false;
        for (Missing missing : getMissing()) {
            String heading = parameters.text("heading-" + missing.column().key());
            String label =
                    language.of(missing.column().labelVi(), missing.column().labelEn());
            if (heading.isEmpty() && !isUnnamed(getUpload())) {
                faulty = true;
                messages.errorAt("heading-" + missing.column().key(), "stafflist.heading-missing", label);
            } else if (!heading.isEmpty()
                    && columns.put(heading, missing.column().key()) != null) {
                faulty = true;
                messages.errorAt("heading-" + missing.column().key(), "stafflist.heading-twice", heading);
            }
        }
        if (!faulty && columns.isEmpty()) {
            messages.error("stafflist.match-none");
        } else if (!faulty) {
            uploading.readAgain(
                    actor.get(), list(), getUpload().id(), new ReadingChoices(List.of(), Optional.empty(), columns));
            messages.go("/organisation/staff-list?id=" + list());
        }
    }

    public String chosenHeading(Missing missing) {
        String typed = parameters.text("heading-" + missing.column().key());
        return typed.isEmpty() ? missing.guess() : typed;
    }

    public void readSheets() {
        if (chosen.isEmpty()) {
            messages.errorAt("others:sheet", "stafflist.sheet-missing");
            return;
        }
        uploading.readAgain(actor.get(), list(), getUpload().id(), ReadingChoices.sheets(chosen));
        messages.go("/organisation/staff-list?id=" + list());
    }

    private PublicId list() {
        return parameters.id("id");
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }
}
