package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.citizen.AskingForCard;
import vn.khanhhoa.thecovid.citizen.PhoneProof;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.IndividualCheck;
import vn.khanhhoa.thecovid.stafflist.IndividualField;

/** A person asks for a card with the phone of their health record: who, the code, what the card needs besides, and what became of it. */
@Named
@RequestScoped
public class AskPage extends PersonalForm {
    private static final String HERE = "/citizen/ask";
    private static final String ATTRIBUTE = "citizen.asking";

    /** Of this browser alone. @param code empty until it was sent */
    private record Asking(AskingForCard.Proof proof, String ticket, String code, boolean automatic)
            implements Serializable {}

    @Inject
    private AskingForCard asking;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    private String document = "";
    private @Nullable LocalDate birth;
    private String code = "";
    private boolean agreed;
    private AskingForCard.@Nullable There there;

    public void load() {
        if (getStep().equals("form") && getTyped().isEmpty()) {
            fill(asking.begun(held().orElseThrow().proof()));
        }
    }

    private Optional<Asking> held() {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Asking kept
                ? Optional.of(kept)
                : Optional.empty();
    }

    private void keep(Asking kept) {
        request.getSession(true).setAttribute(ATTRIBUTE, kept);
    }

    public String getStep() {
        Optional<Asking> held = held();
        if (held.isPresent() && !held.get().code().isEmpty()) {
            return "sent";
        }
        if (held.isPresent() && asking.isGood(held.get().proof())) {
            return "form";
        }
        return getProof().isEmpty() ? "who" : "code";
    }

    public boolean isAt(String step) {
        return messages().isHearing() || getStep().equals(step);
    }

    /** Of the code that was asked for; empty before. */
    public String getProof() {
        return PublicId.parse(parameters.text("proof")).map(PublicId::toString).orElse("");
    }

    public void ask() {
        LocalDate born = birth;
        if (born == null) {
            messages().errorAt("who:birth", "citizen.ask.birth-missing");
            return;
        }
        PhoneProof.Outcome outcome = asking.ask(document, born, actor.networkAddress(), language.getLocale());
        if (outcome instanceof PhoneProof.Asked asked) {
            messages().go(HERE + "?proof=" + asked.proof());
        } else {
            messages().error("citizen.ask.too-many");
        }
    }

    public void prove() {
        AskingForCard.Answer answer = asking.prove(parameters.id("proof"), code, actor.networkAddress());
        if (answer instanceof AskingForCard.Proof proof) {
            request.getSession(true);
            // One that somebody knew before is worth nothing now.
            request.changeSessionId();
            keep(new Asking(proof, PublicId.random().toString(), "", false));
            messages().go(HERE);
        } else if (answer instanceof AskingForCard.TooManyAttempts) {
            messages().error("citizen.ask.too-many");
        } else {
            messages().errorAt("typing:code", "citizen.ask.refused");
        }
    }

    public void send() {
        Optional<Asking> held = held();
        if (held.isEmpty() || !asking.isGood(held.get().proof())) {
            messages().error("citizen.ask.over");
            messages().go(HERE);
            return;
        }
        Map<String, String> cells = cells();
        IndividualCheck check = asking.check(held.get().proof(), cells);
        if (!check.good()) {
            tell(check);
        } else if (!agreed) {
            messages().errorAt("form:agreed", "citizen.individual.not-agreed");
        } else {
            PublicId ticket = PublicId.parse(held.get().ticket()).orElseThrow();
            AskingForCard.Outcome outcome = asking.send(held.get().proof(), ticket, cells, language.getLocale());
            if (outcome instanceof AskingForCard.There already) {
                there = already;
            } else if (outcome instanceof AskingForCard.Sent sent) {
                keep(new Asking(
                        held.get().proof(),
                        held.get().ticket(),
                        sent.entry().code().toString(),
                        sent.automatic()));
                messages().go(HERE);
            }
        }
    }

    /** What is there already, because of which nothing was sent; mostly none. */
    public AskingForCard.@Nullable There getThere() {
        return there;
    }

    /** What that is, and until when. */
    public String getThereWords() {
        AskingForCard.There known = Objects.requireNonNull(there);
        String activities = String.join(", ", known.activities());
        CardView card = known.card();
        return card == null
                ? language.text(
                        "citizen.ask.there.request",
                        activities,
                        formats.day(known.period().from()),
                        formats.day(known.period().to()),
                        formats.time(known.sentAt()))
                : language.text(
                        card.state() == CardState.SUSPENDED ? "citizen.ask.there.suspended" : "citizen.ask.there.card",
                        card.number(),
                        activities,
                        formats.day(card.validFrom()),
                        formats.day(card.validTo()));
    }

    /** Whoever comes next to the phone finds nothing. */
    public void end() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
        messages().go(HERE);
    }

    @Override
    public List<IndividualField> getFields() {
        return without(super.getFields());
    }

    @Override
    public List<IndividualField> getMoreFields() {
        return without(super.getMoreFields());
    }

    private List<IndividualField> without(List<IndividualField> fields) {
        return fields.stream()
                .filter(field ->
                        held().stream().noneMatch(each -> each.proof().known().contains(field.key())))
                .toList();
    }

    /** Whom the records name. */
    public String getName() {
        return held().map(each -> each.proof().name()).orElse("");
    }

    public String getLookUpCode() {
        return held().map(Asking::code).orElse("");
    }

    public boolean isAutomatic() {
        return held().filter(Asking::automatic).isPresent();
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

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
