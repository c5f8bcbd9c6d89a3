package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.CheckIns;

/** What the poster of a place leads to: giving one's card, and the answer to be shown at the door. */
@Named
@RequestScoped
public class CheckInPage {
    @Inject
    private CheckIns checkIns;

    @Inject
    private PostWords words;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private CheckIns.@Nullable Door door;
    private @Nullable Optional<CheckIns.Answer> answer;
    private String once = "";
    private String activity = "";
    private String card = "";
    private String tail = "";

    private String poster() {
        return parameters.text("at");
    }

    private CheckIns.Door door() {
        CheckIns.Door known = door;
        if (known == null) {
            known = checkIns.door(poster());
            door = known;
        }
        return known;
    }

    public boolean isOpen() {
        return door() instanceof CheckIns.Place;
    }

    public boolean isOld() {
        return door() instanceof CheckIns.OldPoster;
    }

    public CheckIns.@Nullable Place getPlace() {
        return door() instanceof CheckIns.Place place ? place : null;
    }

    public String getOldPlace() {
        return door() instanceof CheckIns.OldPoster old ? old.name() : "";
    }

    public List<SelectItem> getActivities() {
        return door() instanceof CheckIns.Place place
                ? place.activities().stream()
                        .map(code -> new SelectItem(code, words.activities(List.of(code))))
                        .toList()
                : List.of();
    }

    public void checkIn() {
        if (tail.isBlank() && CardNumber.parse(card).isPresent()) {
            messages.errorAt("form:tail", "verification.check-in.tail-missing");
            return;
        }
        Optional<CheckIns.Outcome> outcome = checkIns.checkIn(
                poster(),
                PublicId.parse(once).orElseGet(PublicId::random),
                activity,
                card,
                tail,
                actor.networkAddress());
        if (outcome.isEmpty()) {
            return; // the page says that the poster is old
        }
        CheckIns.Outcome known = outcome.get();
        if (known instanceof CheckIns.Noted noted) {
            messages.go("/public/check-in?at=" + poster() + "&done=" + noted.id());
        } else if (known instanceof CheckIns.NotRead notRead) {
            messages.errorAt(
                    "form:card",
                    "verification.check-in.not-read." + notRead.reason().code());
        } else {
            messages.error(
                    known instanceof CheckIns.Closed
                            ? "verification.check-in.closed"
                            : known instanceof CheckIns.TooManyOfCard
                                    ? "verification.check-in.too-many-of-card"
                                    : "verification.too-many");
        }
    }

    private Optional<CheckIns.Answer> answer() {
        Optional<CheckIns.Answer> known = answer;
        if (known == null) {
            known = PublicId.parse(parameters.text("done")).flatMap(checkIns::answer);
            answer = known;
        }
        return known;
    }

    public boolean isAnswered() {
        return answer().isPresent();
    }

    /** One was asked for that is shown no longer. */
    public boolean isGone() {
        return !parameters.text("done").isEmpty() && !isAnswered();
    }

    public CheckIns.Answer getAnswer() {
        return answer().orElseThrow();
    }

    public String getAnswerActivity() {
        return words.activities(List.of(getAnswer().activity()));
    }

    public String getAt() {
        return poster();
    }

    /** Another for each form. */
    public String getOnce() {
        if (once.isEmpty()) {
            once = PublicId.random().toString();
        }
        return once;
    }

    public void setOnce(@Nullable String once) {
        this.once = Objects.requireNonNullElse(once, "");
    }

    public String getActivity() {
        return activity;
    }

    public void setActivity(@Nullable String activity) {
        this.activity = Objects.requireNonNullElse(activity, "");
    }

    public String getCard() {
        return card;
    }

    public void setCard(@Nullable String card) {
        this.card = Objects.requireNonNullElse(card, "");
    }

    public String getTail() {
        return tail;
    }

    public void setTail(@Nullable String tail) {
        this.tail = Objects.requireNonNullElse(tail, "");
    }
}
