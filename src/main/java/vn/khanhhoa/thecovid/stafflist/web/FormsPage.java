package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.stafflist.FormAdministration;
import vn.khanhhoa.thecovid.stafflist.FormOverview;

@Named
@RequestScoped
public class FormsPage {
    private static final int LARGEST_KB = 1_000;

    @Inject
    private FormAdministration administration;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private @Nullable Part columns;
    private @Nullable Part templates;

    public List<FormOverview> getForms() {
        return administration.overview(actor.get());
    }

    public void importFiles() throws IOException {
        if (isAbsent(columns)) {
            messages.errorAt("form:columns", "forms.import-file-missing");
        } else if (isTooLarge(columns) || isTooLarge(templates)) {
            messages.errorAt("form:columns", "forms.import-too-large", LARGEST_KB);
        } else {
            List<String> codes = administration.importFiles(actor.get(), text(templates), text(columns));
            messages.success("forms.imported", String.join(", ", codes));
            messages.go("/admin/forms");
        }
    }

    private static boolean isAbsent(@Nullable Part part) {
        return part == null || part.getSize() == 0;
    }

    private static boolean isTooLarge(@Nullable Part part) {
        return part != null && part.getSize() > LARGEST_KB * 1_024L;
    }

    private static String text(@Nullable Part part) throws IOException {
        if (part == null) {
            return "";
        }
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public @Nullable Part getColumns() {
        return columns;
    }

    public void setColumns(@Nullable Part columns) {
        this.columns = columns;
    }

    public @Nullable Part getTemplates() {
        return templates;
    }

    public void setTemplates(@Nullable Part templates) {
        this.templates = templates;
    }
}
