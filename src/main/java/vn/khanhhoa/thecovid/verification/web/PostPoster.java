package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.PosterView;
import vn.khanhhoa.thecovid.verification.Posters;

/** The poster of the post that a page is about. */
@Named
@RequestScoped
public class PostPoster {
    @Inject
    private Posters posters;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private @Nullable Integer days = Posters.USUAL_DAYS;
    private @Nullable Optional<PosterView> newest;

    private PublicId id() {
        return parameters.id("id");
    }

    private Optional<PosterView> newest() {
        Optional<PosterView> known = newest;
        if (known == null) {
            known = posters.newest(actor.get(), id());
            newest = known;
        }
        return known;
    }

    public boolean isThere() {
        return newest().isPresent();
    }

    public boolean isOver() {
        return newest().filter(poster -> poster.isOver(clock.instant())).isPresent();
    }

    public PosterView getNewest() {
        return newest().orElseThrow();
    }

    public void renew() {
        posters.renew(actor.get(), id(), Objects.requireNonNullElse(days, 0));
        messages.success("verification.poster-made");
        messages.go(PostParts.address(id(), PostParts.POSTER));
    }

    public @Nullable Integer getDays() {
        return days;
    }

    public void setDays(@Nullable Integer days) {
        this.days = days;
    }
}
