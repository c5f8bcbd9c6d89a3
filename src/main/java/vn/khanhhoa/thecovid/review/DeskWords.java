package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.CodeWords;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Reasons of the catalogue by their names, and acts of approval by the number under which they are filed. */
@ApplicationScoped
class DeskWords implements CodeWords {
    @Inject
    private Reasons reasons;

    @Inject
    private Sql sql;

    @Override
    public Optional<String> of(String kind, String code, Locale language) {
        return switch (kind) {
            case "reason" ->
                reasons.find(code)
                        .map(reason ->
                                code + " " + (language.equals(Texts.VIETNAMESE) ? reason.nameVi() : reason.nameEn()));
            case "approval" ->
                PublicId.parse(code)
                        .flatMap(id -> sql.first(
                                "SELECT number, year FROM review_approval WHERE public_id = ?",
                                row -> row.getInt(1) + "/" + row.getInt(2),
                                id));
            default -> Optional.empty();
        };
    }
}
