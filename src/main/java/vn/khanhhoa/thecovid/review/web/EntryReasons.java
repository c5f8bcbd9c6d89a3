package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.review.Reasons;

/** The sentences that reason codes stand for, as they are told outside the agency. */
@Named
@RequestScoped
public class EntryReasons {
    @Inject
    private Reasons reasons;

    @Inject
    private Language language;

    public String text(String code) {
        return reasons.find(code)
                .map(reason -> language.of(reason.textVi(), reason.textEn()))
                .orElse("");
    }
}
