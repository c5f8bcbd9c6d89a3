package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.registry.Route;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingTable;
import vn.khanhhoa.thecovid.registry.WorkplaceView;

/** Where the lines of a list are for, and which agencies review them. */
@ApplicationScoped
class Destinations {
    @Inject
    private Organisations organisations;

    @Inject
    private Routing routing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Forms forms;

    @Inject
    private ListAnswers answers;

    OfList of(StaffList list, LocalDate day) {
        Map<String, Long> communes =
                catalogue.communes(day).stream().collect(Collectors.toMap(AreaView::code, AreaView::id));
        return new OfList(
                list.templateCode(),
                organisations.view(list.organisationId()),
                organisations.workplaces(list.organisationId()).stream()
                        .collect(Collectors.toMap(WorkplaceView::id, Function.identity())),
                communes,
                answers.place(forms.of(list), list.details(), communes),
                routing.table(day),
                day);
    }

    /** Those of one list, as of one day. @param ofAll where all of them are for, where the list says so once */
    record OfList(
            String templateCode,
            OrganisationView organisation,
            Map<Long, WorkplaceView> workplaces,
            Map<String, Long> communes,
            Optional<EntryPlace> ofAll,
            RoutingTable table,
            LocalDate day) {
        EntryPlace place(CheckedRow row) {
            return row.text(DraftRows.WORKPLACE)
                    .map(id -> EntryPlace.of(Objects.requireNonNull(workplaces.get(Long.valueOf(id)))))
                    .or(() -> ofAll)
                    .orElseGet(() -> EntryPlace.residence(residence(row)));
        }

        /** Of what was entered before: the workplace as it is now. */
        EntryPlace current(EntryPlace entered) {
            WorkplaceView place = workplaces.get(entered.workplaceId());
            return place == null ? entered : EntryPlace.of(place);
        }

        long residence(CheckedRow row) {
            return communes.getOrDefault(row.text("residence").orElse(""), 0L);
        }

        Route route(EntryPlace place, long residenceAreaId) {
            return table.route(place.question(templateCode, organisation, residenceAreaId, day))
                    .orElseThrow(() -> new IllegalStateException("no agency, not even for triage"));
        }
    }
}
