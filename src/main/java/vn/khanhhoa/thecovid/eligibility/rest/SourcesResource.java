package vn.khanhhoa.thecovid.eligibility.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.eligibility.FacilityView;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.intake.ColumnJson;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;

/** {@code /api/v1/sources}: the sources of health data of the caller's agency, what rows of them have, and their facilities. */
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {
    /** Of the caller's agency. */
    public record Sources(List<Source> sources) {}

    /**
     * @param eventHours after the event, and the next after the result, by the later of which a record is to be known; null
     *     for none
     */
    @JsonbNillable
    @JsonbPropertyOrder({"code", "kind", "name", "eventHours", "resultHours"})
    public record Source(
            String code,
            String kind,
            String name,
            @Nullable Integer eventHours,
            @Nullable Integer resultHours) {
        static Source of(SourceView source, Locale language) {
            return new Source(
                    source.code(),
                    ApiIds.word(source.kind()),
                    language.equals(Locale.ENGLISH)
                            ? source.about().nameEn()
                            : source.about().nameVi(),
                    source.about().eventHours(),
                    source.about().resultHours());
        }
    }

    /** A source with what is needed to send records to it. */
    @JsonbPropertyOrder({"source", "columns", "facilities"})
    public record SourceInFull(Source source, List<ColumnJson> columns, List<Facility> facilities) {}

    /** @param to last day on which it worked; null for none */
    @JsonbNillable
    @JsonbPropertyOrder({"code", "name", "from", "to"})
    public record Facility(
            String code,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {
        static Facility of(FacilityView facility) {
            return new Facility(
                    facility.code(),
                    facility.name(),
                    facility.about().from(),
                    facility.about().to());
        }
    }

    @Inject
    private SourceKeeping keeping;

    @Inject
    private RecordImports imports;

    @Inject
    private CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @GET
    @NeedsScope(ApiScope.IMPORTS_READ)
    public Sources all() {
        Locale language = ApiLanguage.of(headers);
        return new Sources(keeping.sources(caller.get()).stream()
                .filter(SourceView::own)
                .map(source -> Source.of(source, language))
                .toList());
    }

    @GET
    @Path("/{source}")
    @NeedsScope(ApiScope.IMPORTS_READ)
    public SourceInFull one(@PathParam("source") String code) {
        Actor actor = caller.get();
        Locale language = ApiLanguage.of(headers);
        SourceView source = keeping.own(actor, code);
        return new SourceInFull(
                Source.of(source, language),
                ColumnJson.of(imports.columns(actor, source.publicId()), language),
                keeping.facilities(actor, source.publicId()).stream()
                        .map(Facility::of)
                        .toList());
    }
}
