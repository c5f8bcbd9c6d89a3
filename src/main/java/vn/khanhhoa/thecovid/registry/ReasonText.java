package vn.khanhhoa.thecovid.registry;

import java.util.List;

/**
 * A reason of the catalogue, R01 to R99: the name is for agencies only, the text goes to the applicant.
 *
 * @param outcomes names of the verdicts that it can be given with
 */
public record ReasonText(
        String code, List<String> outcomes, String nameVi, String nameEn, String textVi, String textEn) {}
