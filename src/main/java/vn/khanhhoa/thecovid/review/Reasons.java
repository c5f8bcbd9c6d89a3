package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.ReasonCatalogue;
import vn.khanhhoa.thecovid.registry.ReasonText;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.OutwardReason;

/** Why an entry may be refused or returned, R01 to R99. */
@UseCase
public class Reasons {
    /** For passing on only. */
    static final String WRONG_AGENCY = "R05";
    /** Judged with the registration, never with an entry. */
    private static final String OF_REGISTRATION = "R02";

    @Inject
    private ReasonCatalogue catalogue;

    /** Reasons for an entry by outcome, in the order of the catalogue. */
    @Requires(Permission.ANYONE)
    public List<Reason> of(Outcome outcome) {
        return catalogue.all().stream()
                .filter(reason -> reason.outcomes().contains(outcome.name())
                        && !reason.code().equals(OF_REGISTRATION))
                .map(Reasons::reason)
                .toList();
    }

    /** As they are told outside of the agency, by their codes. */
    @Requires(Permission.ANYONE)
    public List<Reason> outward() {
        return Arrays.stream(Outcome.values())
                .flatMap(outcome -> of(outcome).stream())
                .map(reason -> OutwardReason.code(reason.code()))
                .distinct()
                .sorted()
                .flatMap(code -> find(code).stream())
                .toList();
    }

    @Requires(Permission.ANYONE)
    public Optional<Reason> find(String code) {
        return catalogue.all().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(Reasons::reason);
    }

    private static Reason reason(ReasonText of) {
        return new Reason(of.code(), of.nameVi(), of.nameEn(), of.textVi(), of.textEn());
    }
}
