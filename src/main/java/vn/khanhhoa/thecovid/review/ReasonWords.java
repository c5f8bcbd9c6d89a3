package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.CodeWords;

/** The reasons of the catalogue by their codes. */
@ApplicationScoped
class ReasonWords implements CodeWords {
    @Inject
    private Reasons reasons;

    @Override
    public Optional<String> of(String kind, String code, Locale language) {
        return kind.equals("reason")
                ? reasons.find(code)
                        .map(reason ->
                                code + " " + (language.equals(Texts.VIETNAMESE) ? reason.nameVi() : reason.nameEn()))
                : Optional.empty();
    }
}
