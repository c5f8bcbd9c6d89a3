package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.review.Reason;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.OutwardReason;

/** The sentences that reason codes stand for, as they are told outside the agency. */
@Named
@RequestScoped
public class EntryReasons {
    @Inject
    private Reasons reasons;

    @Inject
    private Language language;

    /** What is read outside the agency where this reason was given. */
    public String outward(Reason reason) {
        String code = OutwardReason.code(reason.code());
        return code.equals(reason.code()) ? language.of(reason.textVi(), reason.textEn()) : text(code);
    }

    /** Whether the verdict stands on a reason that says nothing without the agency's own words, and has none. */
    boolean lackText(Outcome outcome, String code, String text) {
        return outcome.needsReason()
                && text.isBlank()
                && reasons.find(code).filter(Reason::needsText).isPresent();
    }

    /** As it is called within the agency. */
    public String name(String code) {
        return reasons.find(code)
                .map(reason -> language.of(reason.nameVi(), reason.nameEn()))
                .orElse("");
    }

    /** The code with what it is called within the agency; empty for none. */
    public String inWords(String code) {
        return code.isEmpty() ? "" : code + " – " + name(code);
    }

    public String text(String code) {
        return reasons.find(code)
                .map(reason -> language.of(reason.textVi(), reason.textEn()))
                .orElse("");
    }
}
