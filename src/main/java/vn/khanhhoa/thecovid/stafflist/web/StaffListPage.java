package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ColumnNames;
import vn.khanhhoa.thecovid.stafflist.DraftRowView;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;
import vn.khanhhoa.thecovid.stafflist.ListForm;
import vn.khanhhoa.thecovid.stafflist.ListForms;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.ListNaming;
import vn.khanhhoa.thecovid.stafflist.ListSubmission;
import vn.khanhhoa.thecovid.stafflist.ListWarning;
import vn.khanhhoa.thecovid.stafflist.RowState;
import vn.khanhhoa.thecovid.stafflist.StaffListView;
import vn.khanhhoa.thecovid.stafflist.SubmissionView;
import vn.khanhhoa.thecovid.stafflist.UploadState;
import vn.khanhhoa.thecovid.stafflist.UploadView;
import vn.khanhhoa.thecovid.stafflist.Uploading;

@Named
@RequestScoped
public class StaffListPage {
    private static final int PAGE = 50;

    @Inject
    private ListKeeping keeping;

    @Inject
    private ListNaming naming;

    @Inject
    private ListForms forms;

    @Inject
    private FormTemplates templates;

    @Inject
    private RowMarkList marks;

    @Inject
    private Uploading uploading;

    @Inject
    private ListSubmission submission;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    private String name = "";
    private @Nullable Part file;
    private @Nullable StaffListView list;
    private @Nullable List<UploadView> uploads;
    private @Nullable ListForm form;
    private @Nullable List<ListWarning> warnings;
    private @Nullable Boolean busy;

    /** Whether it is worked on is asked before its figures: what ends in between is told of once more, never left out. */
    public void load() {
        isBusy();
        getList();
    }

    public void upload() throws IOException {
        Part part = file;
        if (part == null || part.getSize() == 0) {
            messages.errorAt("form:file", "stafflist.file-missing");
            return;
        }
        List<UploadView> before = getUploads();
        PublicId received;
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readNBytes(ReadingLimits.DEFAULT.fileBytes() + 1);
            received = uploading.receive(
                    actor.get(),
                    getId(),
                    Optional.ofNullable(part.getSubmittedFileName()).orElse("list"),
                    content);
        }
        Optional<UploadView> same =
                before.stream().filter(upload -> upload.id().equals(received)).findFirst();
        same.ifPresent(this::tellSame);
        messages.go(path() + (same.isPresent() ? "&again=" + received : ""));
    }

    private void tellSame(UploadView upload) {
        messages.success(
                upload.state() == UploadState.TAKEN ? "stafflist.same-file" : "stafflist.same-file-waits",
                upload.fileName(),
                formats.time(upload.uploadedAt()));
    }

    public void rename() {
        naming.rename(actor.get(), getId(), name);
        messages.success("stafflist.renamed", name.strip());
        messages.go(path());
    }

    public void delete() {
        String deleted = getList().name();
        naming.delete(actor.get(), getId());
        messages.success("stafflist.deleted", deleted);
        messages.go("/organisation/staff-lists");
    }

    public boolean isDeletable() {
        return naming.isDeletable(actor.get(), getId());
    }

    public String getName() {
        return name.isEmpty() ? getList().name() : name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void discard() {
        messages.success("stafflist.discarded", keeping.discardBadRows(actor.get(), getId()));
        messages.go(path());
    }

    public void withdraw() {
        messages.success("stafflist.withdrawn", keeping.withdraw(actor.get(), getId()));
        messages.go(path());
    }

    public boolean isBusy() {
        Boolean known = busy;
        if (known == null) {
            known = submission.isBusy(actor.get(), getId());
            busy = known;
        }
        return known;
    }

    /** The incident that stopped the last submission, or nothing. */
    public String getStopped() {
        return submission.stopped(actor.get(), getId()).orElse("");
    }

    /** Null where nothing was sent yet. */
    public @Nullable SubmissionView getLastSent() {
        return submission.submissions(actor.get(), getId()).stream().findFirst().orElse(null);
    }

    public StaffListView getList() {
        StaffListView known = list;
        if (known == null) {
            known = keeping.view(actor.get(), getId());
            list = known;
        }
        return known;
    }

    public ListForm getForm() {
        ListForm known = form;
        if (known == null) {
            known = forms.of(actor.get(), getId());
            form = known;
        }
        return known;
    }

    public boolean isMoreThanExpected() {
        return getForm().isMoreThanExpected(getLines());
    }

    public List<UploadView> getUploads() {
        List<UploadView> known = uploads;
        if (known == null) {
            known = uploading.uploads(actor.get(), getId());
            uploads = known;
        }
        return known;
    }

    /** Not while the page updates itself every second. */
    public List<ListWarning> getWarnings() {
        List<ListWarning> known = warnings;
        if (known == null) {
            known = isBusy() ? List.of() : keeping.warnings(actor.get(), getId());
            warnings = known;
        }
        return known;
    }

    public int getLines() {
        return keeping.people(actor.get(), getId());
    }

    public String sentence(ListWarning warning) {
        return language.text(warning.key(), warning.args());
    }

    public List<DraftRowView> getBadRows() {
        return keeping.draftRows(actor.get(), getId(), RowState.BAD, getPaging().first(), PAGE);
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, getList().bad(), Map.of("id", getId().toString()));
    }

    public String sentence(DraftRowView.Problem problem) {
        return marks.sentence(getId(), problem.key(), problem.args());
    }

    public String sentence(UploadView upload) {
        Object[] args = upload.args();
        if (upload.isRefusedForColumns() && args.length > 0) {
            int last = args.length - 1;
            args[last] = new ColumnNames(getForm().form()).of(String.valueOf(args[last]), !language.isVietnamese());
        }
        if (!language.isVietnamese() && upload.isOfAnotherForm()) {
            for (FormTemplates.Name form : templates.names()) {
                for (int i = 0; i < args.length; i++) {
                    args[i] = form.inEnglish(String.valueOf(args[i]));
                }
            }
        }
        return upload.problemKey().isEmpty() ? "" : language.text(upload.problemKey(), args);
    }

    private String path() {
        return "/organisation/staff-list?id=" + getId();
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
