package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListWarning;
import vn.khanhhoa.thecovid.stafflist.Previewing;
import vn.khanhhoa.thecovid.stafflist.StagedEffect;
import vn.khanhhoa.thecovid.stafflist.StagedRowView;
import vn.khanhhoa.thecovid.stafflist.UploadState;
import vn.khanhhoa.thecovid.stafflist.UploadView;
import vn.khanhhoa.thecovid.stafflist.Uploading;

/** The part of a list's page on the file that waits for the sender: its question, or the preview of what it would change. */
@Named
@RequestScoped
public class WaitingUpload {
    private static final int PAGE = 50;

    /** An effect with its number of lines. */
    public record Tab(StagedEffect effect, int lines, boolean current) {}

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private @Nullable Optional<UploadView> upload;
    private @Nullable ReadingQuestion question;
    private List<String> chosen = List.of();

    private Optional<UploadView> upload() {
        Optional<UploadView> known = upload;
        if (known == null) {
            known = uploading.uploads(actor.get(), list()).stream()
                    .filter(each -> each.state().isWaiting())
                    .findFirst();
            upload = known;
        }
        return known;
    }

    public UploadView getUpload() {
        return upload().orElseThrow();
    }

    public boolean isAsking() {
        return upload().filter(each -> each.state() == UploadState.CHOICE).isPresent();
    }

    public boolean isStaged() {
        return upload().filter(each -> each.state() == UploadState.STAGED).isPresent();
    }

    private @Nullable ReadingQuestion question() {
        if (question == null) {
            question = uploading.question(actor.get(), list(), getUpload().id()).orElse(null);
        }
        return question;
    }

    public List<ReadingQuestion.SheetOffer> getSheets() {
        return question() instanceof ReadingQuestion.WhichSheet which ? which.sheets() : List.of();
    }

    public List<ReadingQuestion.Sample> getSamples() {
        return question() instanceof ReadingQuestion.ConvertOldFont convert ? convert.samples() : List.of();
    }

    public String getFont() {
        return question() instanceof ReadingQuestion.ConvertOldFont convert ? convert.font() : "";
    }

    /** That the headings fit better than the list's; null where that is not asked. */
    public ReadingQuestion.@Nullable OtherForm getOtherForm() {
        return question() instanceof ReadingQuestion.OtherForm other ? other : null;
    }

    public String getOtherHeadings() {
        return question() instanceof ReadingQuestion.OtherForm other ? String.join(", ", other.headings()) : "";
    }

    public void readByOwnForm() {
        choose(ReadingChoices.byOwnForm());
    }

    public void chooseSheet() {
        if (chosen.isEmpty()) {
            messages.errorAt("choosing:sheet", "stafflist.sheet-missing");
            return;
        }
        choose(ReadingChoices.sheets(chosen));
    }

    public void convertFont() {
        choose(ReadingChoices.convertOldFont(true));
    }

    public void keepFont() {
        choose(ReadingChoices.convertOldFont(false));
    }

    private void choose(ReadingChoices choices) {
        uploading.choose(actor.get(), list(), waiting(), choices);
        messages.go(path());
    }

    public void take() {
        take(false);
    }

    public void takeAndRemove() {
        take(true);
    }

    private void take(boolean removeMissing) {
        if (previewing.take(actor.get(), list(), waiting(), removeMissing)) {
            messages.success("stafflist.preview-taken");
        } else {
            messages.success("stafflist.preview-anew");
        }
        messages.go(path());
    }

    public void discard() {
        discard(waiting());
    }

    /** One of the files in the table. */
    public void discardOne() {
        discard(parameters.id("uploads:discard"));
    }

    /** One that could not be read. */
    public void dismiss() {
        discard(parameters.id("refused"));
    }

    private void discard(PublicId file) {
        previewing.discard(actor.get(), list(), file);
        messages.success("stafflist.preview-discarded");
        messages.go(path());
    }

    /** The file that the sender saw, not one that came since. */
    private PublicId waiting() {
        return parameters.id("file");
    }

    public List<Tab> getTabs() {
        UploadView view = getUpload();
        return List.of(
                tab(StagedEffect.ADDED, view.rowsAdded()),
                tab(StagedEffect.CHANGED, view.rowsReplaced()),
                tab(StagedEffect.MISSING, view.rowsMissing()),
                tab(StagedEffect.UNCHANGED, view.rowsUnchanged()));
    }

    /** The lines that are not in the file may leave the list, but not by the way where that would be most of it. */
    public boolean isRemoving() {
        return getUpload().rowsMissing() > 0 && !getUpload().notes().part();
    }

    /** It looks as if the file was never meant to be the whole list. */
    public boolean isSmall() {
        UploadView view = getUpload();
        return view.rowsMissing() > view.rowsReplaced() + view.rowsUnchanged();
    }

    private Tab tab(StagedEffect effect, int lines) {
        return new Tab(effect, lines, effect == getShown());
    }

    /** The asked one; else the first of which there is something to see, changes before all. */
    public StagedEffect getShown() {
        String asked = parameters.text("show");
        UploadView view = getUpload();
        return Arrays.stream(StagedEffect.values())
                .filter(effect -> effect.name().equals(asked))
                .findFirst()
                .orElseGet(() -> {
                    if (view.rowsReplaced() > 0) {
                        return StagedEffect.CHANGED;
                    }
                    return view.rowsAdded() > 0 ? StagedEffect.ADDED : StagedEffect.MISSING;
                });
    }

    public List<StagedRowView> getRows() {
        return previewing.rows(
                actor.get(), list(), getUpload().id(), getShown(), getPaging().first(), PAGE);
    }

    /** How many lines stay as they were mended in the list. */
    public int getMended() {
        return previewing.mended(actor.get(), list(), getUpload().id());
    }

    /** As the list would be with the file. */
    public List<ListWarning> getWarnings() {
        return previewing.warnings(actor.get(), list(), getUpload().id());
    }

    public Paging getPaging() {
        int total = getTabs().stream().filter(Tab::current).mapToInt(Tab::lines).sum();
        return Paging.of(
                parameters.page(),
                PAGE,
                total,
                Map.of("id", list().toString(), "show", getShown().name()));
    }

    private String path() {
        return "/organisation/staff-list?id=" + list();
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
