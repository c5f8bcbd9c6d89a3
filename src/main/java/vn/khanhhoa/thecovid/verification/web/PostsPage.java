package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.verification.PostFilter;
import vn.khanhhoa.thecovid.verification.PostKind;
import vn.khanhhoa.thecovid.verification.PostRegistering;
import vn.khanhhoa.thecovid.verification.Posts;

/** The posts of the agency. */
@Named
@RequestScoped
public class PostsPage {
    private static final int PAGE = 50;
    private static final int MOST_FAULTS = 200;

    @Inject
    private Posts posts;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PostRegistering registering;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private @Nullable Part file;
    private List<PostRegistering.Fault> faults = List.of();
    private @Nullable List<Posts.Line> lines;
    private @Nullable Paging paging;

    public List<Posts.Line> getLines() {
        List<Posts.Line> known = lines;
        if (known == null) {
            known = posts.list(actor.get(), filter(), getPaging().first(), PAGE);
            lines = known;
        }
        return known;
    }

    public Paging getPaging() {
        Paging known = paging;
        if (known == null) {
            known = Paging.of(
                    parameters.page(),
                    PAGE,
                    posts.count(actor.get(), filter()),
                    Map.of("text", getText(), "kind", getKind()));
            paging = known;
        }
        return known;
    }

    private PostFilter filter() {
        return new PostFilter(
                getText(),
                Stream.of(PostKind.values())
                        .filter(kind -> kind.name().equals(getKind()))
                        .findFirst());
    }

    /** What is wrong with the sheet that was just sent, its first rows. */
    public List<PostRegistering.Fault> getFaults() {
        return faults;
    }

    public String column(PostRegistering.Fault fault) {
        FormColumn column = fault.column();
        return column == null ? "" : language.of(column.labelVi(), column.labelEn());
    }

    public String sentence(PostRegistering.Fault fault) {
        return language.text(fault.key(), fault.args().toArray());
    }

    public void send() throws IOException {
        Part given = file;
        if (given == null || given.getSubmittedFileName() == null || given.getSize() == 0) {
            messages.errorAt("sending:file", "verification.sheet-missing");
            return;
        }
        try (InputStream content = given.getInputStream()) {
            PostRegistering.Outcome outcome = registering.register(actor.get(), content.readAllBytes());
            messages.success("verification.sheet-taken", outcome.added(), outcome.known());
            if (outcome.faults().isEmpty()) {
                messages.go("/agency-head/posts");
                return;
            }
            faults = outcome.faults().stream().limit(MOST_FAULTS).toList();
            lines = null;
            paging = null;
            messages.errorAt(
                    "sending:file", "verification.sheet-bad", outcome.faults().size());
        } catch (RuleViolation rule) {
            messages.errorAt("sending:file", rule.code(), rule.args().toArray());
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public boolean isFiltered() {
        return !getText().isEmpty() || !getKind().isEmpty();
    }

    public String getText() {
        return parameters.text("text").strip();
    }

    public String getKind() {
        return parameters.text("kind");
    }

    public PostKind[] getKinds() {
        return PostKind.values();
    }
}
