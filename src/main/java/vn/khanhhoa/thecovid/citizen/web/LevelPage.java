package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.citizen.OwnLevel;
import vn.khanhhoa.thecovid.citizen.PhoneProof;
import vn.khanhhoa.thecovid.eligibility.LevelSeen;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The level of the person of an opened entry and why, after a code to the phone in the health record. */
@Named
@RequestScoped
public class LevelPage {
    @Inject
    private OwnLevel levels;

    @Inject
    private OpenedEntries opened;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private String document = "";
    private @Nullable LocalDate birth;
    private String code = "";
    private @Nullable LevelSeen seen;

    public void load() {
        entry();
    }

    private long entry() {
        return opened.find(getView()).orElseThrow(NotFound::new);
    }

    public String getView() {
        return parameters.text("view");
    }

    /** Of the proof that was asked for; empty before. */
    public String getProof() {
        return PublicId.parse(parameters.text("proof")).map(PublicId::toString).orElse("");
    }

    public boolean isProved() {
        return levels.isGood(opened.ownLevel(getView()), entry());
    }

    public boolean isAsking() {
        return messages.isHearing() || !isProved() && getProof().isEmpty();
    }

    public boolean isTyping() {
        return messages.isHearing() || !isProved() && !getProof().isEmpty();
    }

    public LevelSeen getSeen() {
        LevelSeen known = seen;
        if (known == null) {
            known = levels.level(opened.ownLevel(getView()).orElseThrow(NotFound::new), language.getLocale());
            seen = known;
        }
        return known;
    }

    public void ask() {
        LocalDate born = birth;
        if (born == null) {
            messages.errorAt("asking:birth", "citizen.level.birth-missing");
            return;
        }
        PhoneProof.Outcome outcome = levels.ask(document, born, actor.networkAddress(), language.getLocale());
        if (outcome instanceof PhoneProof.Asked asked) {
            messages.go(address() + "&proof=" + asked.proof());
        } else {
            messages.error("citizen.level.too-many");
        }
    }

    public void prove() {
        OwnLevel.Answer answer = levels.prove(entry(), parameters.id("proof"), code, actor.networkAddress());
        if (answer instanceof OwnLevel.Proof proof) {
            opened.ownLevel(getView(), proof);
            messages.go(address());
        } else if (answer instanceof OwnLevel.TooManyAttempts) {
            messages.error("citizen.level.too-many");
        } else {
            messages.errorAt("typing:code", "citizen.level.refused");
        }
    }

    private String address() {
        return "/citizen/level?view=" + getView();
    }

    /** Never sent back to the page; nor are the next two. */
    public String getDocument() {
        return "";
    }

    public void setDocument(@Nullable String document) {
        this.document = Objects.requireNonNullElse(document, "");
    }

    public @Nullable LocalDate getBirth() {
        return null;
    }

    public void setBirth(@Nullable LocalDate birth) {
        this.birth = birth;
    }

    public String getCode() {
        return "";
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }
}
