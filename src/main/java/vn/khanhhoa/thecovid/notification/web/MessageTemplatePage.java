package vn.khanhhoa.thecovid.notification.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.Channel;
import vn.khanhhoa.thecovid.notification.MessageKind;
import vn.khanhhoa.thecovid.notification.TemplateAdministration;
import vn.khanhhoa.thecovid.notification.wording.Gap;
import vn.khanhhoa.thecovid.notification.wording.TemplateProblem;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;

/** The words of one kind of message by one channel: the newest version to change, all others to read. */
@Named
@RequestScoped
public class MessageTemplatePage {
    @Inject
    private TemplateAdministration administration;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private List<TemplateAdministration.Version> versions = List.of();
    private Map<Locale, TemplateAdministration.Preview> previews = Map.of();
    private String subjectVi = "";
    private String bodyVi = "";
    private String subjectEn = "";
    private String bodyEn = "";
    private LocalDate from = LocalDate.EPOCH;
    private int seen;

    @PostConstruct
    void read() {
        versions = administration.versions(actor.get(), getKind(), getChannel());
        TemplateAdministration.Version newest = versions.get(0);
        subjectVi = newest.words().subjectVi();
        bodyVi = newest.words().bodyVi();
        subjectEn = newest.words().subjectEn();
        bodyEn = newest.words().bodyEn();
        seen = newest.version();
        from = LocalDate.now(clock);
    }

    public MessageKind getKind() {
        return of(MessageKind.values(), "kind");
    }

    public Channel getChannel() {
        return of(Channel.values(), "channel");
    }

    private <T extends Enum<T>> T of(T[] values, String name) {
        String wanted = parameters.text(name);
        return Arrays.stream(values)
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public boolean isMail() {
        return getChannel() == Channel.EMAIL;
    }

    public List<TemplateAdministration.Version> getVersions() {
        return versions;
    }

    public Set<Gap> getGaps() {
        return getKind().gaps();
    }

    public boolean isNeeded(Gap gap) {
        return getKind().needed().contains(gap);
    }

    public void preview() {
        List<TemplateProblem> problems = administration.check(actor.get(), getKind(), getChannel(), words());
        tell(problems);
        previews = administration.preview(actor.get(), getKind(), getChannel(), words());
    }

    public void save() {
        List<TemplateProblem> problems = administration.save(actor.get(), getKind(), getChannel(), words(), from, seen);
        tell(problems);
        if (problems.isEmpty()) {
            messages.success("notification.template.saved");
            messages.go("/admin/message-template?kind=" + getKind() + "&channel=" + getChannel());
        }
    }

    private void tell(List<TemplateProblem> problems) {
        problems.forEach(problem -> messages.errorAt("form:" + problem.field(), problem.code(), problem.argument()));
    }

    private TemplateAdministration.Words words() {
        return new TemplateAdministration.Words(subjectVi, bodyVi, subjectEn, bodyEn);
    }

    public TemplateAdministration.@Nullable Preview getPreviewVi() {
        return previews.get(Texts.VIETNAMESE);
    }

    public TemplateAdministration.@Nullable Preview getPreviewEn() {
        return previews.get(Locale.ENGLISH);
    }

    public String getSubjectVi() {
        return subjectVi;
    }

    public void setSubjectVi(@Nullable String text) {
        subjectVi = plain(text);
    }

    public String getBodyVi() {
        return bodyVi;
    }

    public void setBodyVi(@Nullable String text) {
        bodyVi = plain(text);
    }

    public String getSubjectEn() {
        return subjectEn;
    }

    public void setSubjectEn(@Nullable String text) {
        subjectEn = plain(text);
    }

    public String getBodyEn() {
        return bodyEn;
    }

    public void setBodyEn(@Nullable String text) {
        bodyEn = plain(text);
    }

    /** Browsers send line breaks in the way of Windows. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }
}
