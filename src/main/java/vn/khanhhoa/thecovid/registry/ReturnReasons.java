package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Those of the reasons that fit a registration. */
@Dependent
class ReturnReasons {
    static final String OTHER = "R99";
    private static final List<String> FITTING = List.of("R02", "R09", "R03", OTHER);

    @Inject
    private ReasonCatalogue catalogue;

    List<ReturnReason> all() {
        return catalogue.all().stream()
                .filter(reason ->
                        FITTING.contains(reason.code()) && reason.outcomes().contains("RETURN"))
                .map(reason -> new ReturnReason(
                        reason.code(), reason.nameVi(), reason.nameEn(), reason.textVi(), reason.textEn()))
                .toList();
    }
}
