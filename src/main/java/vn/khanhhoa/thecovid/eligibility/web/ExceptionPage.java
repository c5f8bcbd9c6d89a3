package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.ExceptionCase;
import vn.khanhhoa.thecovid.eligibility.ExceptionCaseState;
import vn.khanhhoa.thecovid.eligibility.ExceptionRegister;
import vn.khanhhoa.thecovid.eligibility.LevelSeen;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One exception, its evidence and its history; here a second person judges it, and it is ended early. */
@Named
@RequestScoped
public class ExceptionPage {
    @Inject
    private ExceptionRegister register;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private @Nullable ExceptionCase shown;
    private @Nullable LevelSeen level;
    private String why = "";
    private @Nullable LocalDate lastDay;

    @PostConstruct
    void read() {
        shown = register.look(actor.get(), id());
    }

    public void load() {
        getShown();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    public ExceptionCase getShown() {
        return Objects.requireNonNull(shown);
    }

    public LevelSeen getLevel() {
        LevelSeen known = level;
        if (known == null) {
            known = register.level(actor.get(), getShown(), language.getLocale());
            level = known;
        }
        return known;
    }

    private boolean isWaiting() {
        return getShown().state() == ExceptionCaseState.PROPOSED;
    }

    /** What is sent from a page that was open for a while is heard, so that the rule can say what is wrong. */
    public boolean isJudging() {
        return messages.isHearing()
                || isWaiting() && !getShown().own() && actor.get().may(Permission.APPROVE_EXCEPTIONS);
    }

    /** Asked for by another agency: two officers of the health office decide, of whom the first takes it on. */
    public boolean isAsked() {
        return messages.isHearing() || getShown().state() == ExceptionCaseState.ASKED;
    }

    public void takeOn() {
        register.takeOn(actor.get(), id());
        done("eligibility.exception.taken-on");
    }

    public boolean isWithdrawable() {
        return messages.isHearing() || isWaiting() && getShown().own();
    }

    public boolean isEndable() {
        return messages.isHearing() || getShown().isEndable(clock.instant());
    }

    public void approve() {
        register.approve(actor.get(), id());
        done("eligibility.exception.approved");
    }

    public void refuse() {
        register.refuse(actor.get(), id(), why);
        done("eligibility.exception.refused");
    }

    public void withdraw() {
        register.withdraw(actor.get(), id());
        done("eligibility.exception.withdrawn");
    }

    public void end() {
        register.end(actor.get(), id(), why, Optional.ofNullable(lastDay));
        done("eligibility.exception.ended");
    }

    private void done(String key) {
        messages.success(key);
        messages.go("/health-office/exception?id=" + id());
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = Objects.requireNonNullElse(why, "");
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
