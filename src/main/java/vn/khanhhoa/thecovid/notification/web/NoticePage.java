package vn.khanhhoa.thecovid.notification.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.notification.NoticeAudience;
import vn.khanhhoa.thecovid.notification.NoticeKind;
import vn.khanhhoa.thecovid.notification.NoticeText;
import vn.khanhhoa.thecovid.notification.NoticeView;
import vn.khanhhoa.thecovid.notification.Notices;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The form of one notice; without an id in the address, of a new one. */
@Named
@RequestScoped
public class NoticePage {
    @Inject
    private Notices notices;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private NoticeKind kind = NoticeKind.INFO;
    private NoticeAudience audience = NoticeAudience.ALL;
    private String vietnamese = "";
    private String english = "";
    private String link = "";
    private LocalDateTime from = LocalDateTime.ofInstant(Instant.EPOCH, PortalClock.ZONE);
    private LocalDateTime to = from;
    private int version;
    private NoticeView.@Nullable State state;
    private @Nullable NoticeText preview;

    @PostConstruct
    void read() {
        if (id().isPresent()) {
            NoticeView notice = notices.notice(actor.get(), id().get());
            kind = notice.text().kind();
            audience = notice.text().audience();
            vietnamese = notice.text().vietnamese();
            english = notice.text().english();
            link = notice.text().link();
            from = notice.text().from();
            to = notice.text().to();
            version = notice.version();
            state = notice.state();
        } else {
            from = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
            to = from.plusDays(1);
        }
    }

    /** Something that is no id names nothing, and is not a new notice. */
    private Optional<PublicId> id() {
        return parameters.text("id").isEmpty() ? Optional.empty() : Optional.of(parameters.id("id"));
    }

    public void preview() {
        preview = text();
    }

    public void save() {
        if (id().isPresent()) {
            notices.change(actor.get(), id().get(), version, text());
        } else {
            notices.add(actor.get(), text());
        }
        messages.success("notification.notice.saved");
        messages.go("/admin/notices");
    }

    public void end() {
        notices.end(actor.get(), parameters.id("id"));
        messages.success("notification.notice.ended");
        messages.go("/admin/notices");
    }

    private NoticeText text() {
        return new NoticeText(kind, audience, vietnamese, english, link, from, to);
    }

    public @Nullable NoticeText getPreview() {
        return preview;
    }

    public boolean isFresh() {
        return state == null;
    }

    public boolean isToEnd() {
        return state == NoticeView.State.SHOWN || state == NoticeView.State.PLANNED;
    }

    public NoticeKind[] getKinds() {
        return NoticeKind.values();
    }

    public NoticeAudience[] getAudiences() {
        return NoticeAudience.values();
    }

    public NoticeKind getKind() {
        return kind;
    }

    public void setKind(NoticeKind kind) {
        this.kind = kind;
    }

    public NoticeAudience getAudience() {
        return audience;
    }

    public void setAudience(NoticeAudience audience) {
        this.audience = audience;
    }

    public String getVietnamese() {
        return vietnamese;
    }

    public void setVietnamese(@Nullable String text) {
        vietnamese = text == null ? "" : text.strip();
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(@Nullable String text) {
        english = text == null ? "" : text.strip();
    }

    public String getLink() {
        return link;
    }

    public void setLink(@Nullable String text) {
        link = text == null ? "" : text.strip();
    }

    public LocalDateTime getFrom() {
        return from;
    }

    public void setFrom(LocalDateTime from) {
        this.from = from;
    }

    public LocalDateTime getTo() {
        return to;
    }

    public void setTo(LocalDateTime to) {
        this.to = to;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
