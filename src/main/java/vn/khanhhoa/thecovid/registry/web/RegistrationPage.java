package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.DocumentKind;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.registry.OwnRegistration;
import vn.khanhhoa.thecovid.registry.RegistrationDocuments;
import vn.khanhhoa.thecovid.registry.RegistrationPart;
import vn.khanhhoa.thecovid.registry.RegistrationView;
import vn.khanhhoa.thecovid.registry.WorkplaceView;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** An officer's registration at a glance: what it says, what it lacks, its files, and submitting it. */
@Named
@RequestScoped
public class RegistrationPage {
    private static final String PATH = "/organisation/registration";

    @Inject
    private OwnRegistration registration;

    @Inject
    private RegistrationDocuments documents;

    @Inject
    private Organisations organisations;

    @Inject
    private Language language;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private @Nullable List<RegistrationView> versions;
    private @Nullable Part file;

    public RegistrationView getCurrent() {
        return getVersions().get(0);
    }

    public List<RegistrationView> getVersions() {
        if (versions == null) {
            versions = registration.versions(actor.get());
        }
        return versions;
    }

    public Set<RegistrationPart> getMissing() {
        return registration.missing(actor.get());
    }

    /** For the task list, which groups the parts of the profile. */
    public boolean isProfileComplete() {
        return getMissing().stream().allMatch(part -> part.ordinal() >= RegistrationPart.WORKPLACE.ordinal());
    }

    public boolean lacks(String part) {
        return getMissing().contains(RegistrationPart.valueOf(part));
    }

    public String getReasonText() {
        return registration
                .returnReason(actor.get())
                .map(reason -> language.of(reason.textVi(), reason.textEn()))
                .orElse("");
    }

    public List<WorkplaceView> getWorkplaces() {
        return organisations.workplaces(actor.get().organisationId()).stream()
                .filter(workplace -> !workplace.closed())
                .toList();
    }

    /** What is wrong with a file is said at its field. */
    public void attach(String kind) {
        try {
            store(kind);
        } catch (RuleViolation rule) {
            messages.errorAt(
                    "upload-" + kind + ":file", rule.code(), rule.args().toArray());
            return;
        }
        messages.success("registry.file-stored");
        messages.go(PATH);
    }

    private void store(String kind) {
        Part sent = file;
        if (sent == null || sent.getSubmittedFileName() == null) {
            throw new RuleViolation("registry.file-empty");
        }
        try (InputStream content = sent.getInputStream()) {
            documents.attach(
                    actor.get(), DocumentKind.valueOf(kind), sent.getSubmittedFileName(), content.readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException("the upload cannot be read", broken);
        }
    }

    public void submit() {
        registration.submit(actor.get());
        messages.success("registry.submitted-now");
        messages.go(PATH);
    }

    public void beginNext() {
        registration.beginNext(actor.get());
        messages.success("registry.version-begun");
        messages.go(PATH);
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
