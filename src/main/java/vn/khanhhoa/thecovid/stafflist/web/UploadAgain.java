package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.UploadState;
import vn.khanhhoa.thecovid.stafflist.UploadView;
import vn.khanhhoa.thecovid.stafflist.Uploading;
import vn.khanhhoa.thecovid.stafflist.intake.ReadingChoices;

/** The part of a list's page on a file that came before and is to be read once more, in another way. */
@Named
@RequestScoped
public class UploadAgain {
    @Inject
    private Uploading uploading;

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
