package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Officers of reviewing agencies ask for exceptions of people whose entries they work on; two officers of the health office decide. Only for
 * causes that are not medical: of those nobody but the person and the health office may know.
 */
@UseCase
public class AskingForExceptions {
    @Inject
    private StoredExceptions stored;

    @Inject
    private ExceptionRegister register;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /** What an agency asked for, and what became of it. */
    public record Asked(
            ExceptionKind kind,
            LocalDate from,
            @Nullable LocalDate until,
            ExceptionCaseState state,
            String asker,
            Instant at) {}

    /** Those that can be asked for today. */
    @Requires(Permission.ASK_FOR_EXCEPTIONS)
    public List<ExceptionKind> kinds(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        Set<String> open = stored.open();
        return stored.kinds().stream()
                .filter(kind -> kind.holdsOn(today) && open.contains(kind.code()))
                .toList();
    }

    /** Whoever asks has made sure that the person is one on whom the officer works and may decide. */
    @Requires(Permission.ASK_FOR_EXCEPTIONS)
    public PublicId ask(Actor actor, long personId, ExceptionCaseForm form) {
        String name = people.identity(Actor.PORTAL, personId).name();
        return register.keep(actor, personId, name, form, kinds(actor), true);
    }

    /** What the actor's agency asked for somebody, the newest first; of whom, as for {@link #ask}. */
    @Requires(Permission.ASK_FOR_EXCEPTIONS)
    public List<Asked> of(Actor actor, long personId) {
        List<ExceptionKind> kinds = stored.kinds();
        return stored.askedBy(actor.agencyId(), personId).stream()
                .map(each -> new Asked(
                        kinds.stream()
                                .filter(kind -> kind.code().equals(each.kind()) && kind.holdsOn(each.enteredOn()))
                                .findFirst()
                                .orElseThrow(NotFound::new),
                        each.firstDay(),
                        each.lastDay(),
                        each.state(),
                        each.enterer(),
                        each.enteredAt()))
                .toList();
    }
}
