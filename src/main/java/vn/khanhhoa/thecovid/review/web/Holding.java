package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.CallingBack;
import vn.khanhhoa.thecovid.review.DeskSettings;
import vn.khanhhoa.thecovid.review.Lending;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.QueueRow;

/** Who has an entry, in words: it was given to them, they have it open, or another agency called it back. */
@Named
@RequestScoped
public class Holding {
    @Inject
    private Lending lending;

    @Inject
    private CallingBack callingBack;

    @Inject
    private Parameters parameters;

    @Inject
    private DeskSettings settings;

    @Inject
    private Language language;

    @Inject
    private Formats format;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    private @Nullable Map<Long, String> names;
    private @Nullable Duration opened;

    public boolean byAnother(QueueRow row) {
        return row.holderId() != actor.get().accountId() && row.isHeld(clock.instant());
    }

    public String tag(QueueRow row) {
        Instant until = Objects.requireNonNull(row.heldUntil());
        return isGiven(until) ? text("review.given-short", row.holderId(), until) : language.text("review.held-short");
    }

    /** What became of the entry from whose page the reader was led here; empty where they were not. */
    public String getGone() {
        return PublicId.parse(parameters.text("gone"))
                .flatMap(entry -> callingBack.lost(actor.get(), entry))
                .map(lost -> language.text("review.gone", lost.by().name(), format.time(lost.at())))
                .orElse("");
    }

    String sentence(long accountId, Instant until) {
        return text(isGiven(until) ? "review.given-to" : "review.held-by", accountId, until);
    }

    private String text(String key, long accountId, Instant until) {
        return language.text(key, name(accountId), format.time(until));
    }

    /** To open an entry takes it for some minutes only; whoever has it for longer was given it. */
    private boolean isGiven(Instant until) {
        Duration known = opened;
        if (known == null) {
            known = Duration.ofMinutes(settings.rules(actor.get()).claimMinutes());
            opened = known;
        }
        return until.isAfter(clock.instant().plus(known));
    }

    private String name(long accountId) {
        Map<Long, String> known = names;
        if (known == null) {
            known = new HashMap<>();
            for (var member : lending.crew(actor.get())) {
                known.put(member.accountId(), member.name());
            }
            names = known;
        }
        return known.getOrDefault(accountId, "–");
    }
}
