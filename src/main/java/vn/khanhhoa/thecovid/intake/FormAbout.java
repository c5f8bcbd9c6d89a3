package vn.khanhhoa.thecovid.intake;

import java.util.List;

/**
 * What a form template says of itself to whoever chooses one.
 *
 * @param routingVi who usually reviews it; the routing rules decide
 * @param organisationTypes codes of those it is for; empty for all
 */
public record FormAbout(
        String nameVi,
        String nameEn,
        String descriptionVi,
        String descriptionEn,
        String routingVi,
        String routingEn,
        List<String> organisationTypes) {
    public FormAbout {
        organisationTypes = List.copyOf(organisationTypes);
    }

    public boolean isFor(String organisationType) {
        return organisationTypes.isEmpty() || organisationTypes.contains(organisationType);
    }

    /** Codes between spaces. */
    public static List<String> codes(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
