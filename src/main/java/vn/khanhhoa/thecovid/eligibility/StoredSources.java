package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.evidence.KnownFacility;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Sources and facilities as they are stored. */
@ApplicationScoped
class StoredSources {
    private static final int STEP = 50;
    private static final String SOURCE = "SELECT * FROM eligibility_source";
    private static final String FACILITY = "SELECT * FROM eligibility_facility";

    @Inject
    private Sql sql;

    @Inject
    private Catalogue catalogue;

    List<SourceView> all(Actor actor) {
        return sql.list(SOURCE + " ORDER BY kind DESC, code", row -> source(row, actor));
    }

    /** Of which the actor may know. */
    SourceView readable(Actor actor, PublicId id) {
        return sql.first(SOURCE + " WHERE public_id = ?", row -> source(row, actor), id)
                .filter(source -> isReadable(actor, source))
                .orElseThrow(NotFound::new);
    }

    static boolean isReadable(Actor actor, SourceView source) {
        return source.own() || actor.may(Permission.GOVERN_SOURCES);
    }

    /** One of the actor's own agency. */
    SourceView own(Actor actor, PublicId id) {
        SourceView source = readable(actor, id);
        actor.requireAgency(source.about().agencyId());
        return source;
    }

    /** The same by its code, which is what programs know. */
    SourceView own(Actor actor, String code) {
        SourceView source = sql.first(SOURCE + " WHERE code = ?", row -> source(row, actor), code)
                .orElseThrow(NotFound::new);
        actor.requireAgency(source.about().agencyId());
        return source;
    }

    /** The number of an import of a source of the actor's own agency. */
    long ownImport(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT i.id, s.agency_id FROM eligibility_import i JOIN eligibility_source s ON s.id = i.source_id"
                                + " WHERE i.public_id = ?",
                        row -> {
                            actor.requireAgency(row.getLong(2));
                            return row.getLong(1);
                        },
                        id)
                .orElseThrow(NotFound::new);
    }

    SourceView byId(long id) {
        return sql.first(SOURCE + " WHERE id = ?", row -> source(row, Actor.PORTAL), id)
                .orElseThrow(NotFound::new);
    }

    /** Whoever's it is. */
    SourceView byPublicId(PublicId id) {
        return sql.first(SOURCE + " WHERE public_id = ?", row -> source(row, Actor.PORTAL), id)
                .orElseThrow(NotFound::new);
    }

    /**
     * What a source is given to answer.
     *
     * @param paperDays for how long a paper counts that a reviewer has accepted
     * @param answerHours by when a paper, or a fault that somebody reports, is to be answered
     */
    record Answering(int paperDays, int answerHours) {}

    Answering answering(long sourceId) {
        return sql.first(
                        "SELECT paper_days, answer_hours FROM eligibility_source WHERE id = ?",
                        row -> new Answering(row.getInt(1), row.getInt(2)),
                        sourceId)
                .orElseThrow(NotFound::new);
    }

    void changeAnswering(long sourceId, Answering answering) {
        sql.update(
                "UPDATE eligibility_source SET paper_days = ?, answer_hours = ? WHERE id = ?",
                answering.paperDays(),
                answering.answerHours(),
                sourceId);
    }

    /** Until the transaction ends nobody else changes what the source has brought. @return as {@link #withdrawals} */
    int hold(long sourceId) {
        return (int) sql.number("SELECT withdrawals FROM eligibility_source WHERE id = ? FOR UPDATE", sourceId);
    }

    /** How many imports were withdrawn so far. */
    int withdrawals(long sourceId) {
        return (int) sql.number("SELECT withdrawals FROM eligibility_source WHERE id = ?", sourceId);
    }

    /** Whoever calls holds the source. */
    void countWithdrawal(long sourceId) {
        sql.update("UPDATE eligibility_source SET withdrawals = withdrawals + 1 WHERE id = ?", sourceId);
    }

    private SourceView source(ResultSet row, Actor actor) throws SQLException {
        long agency = row.getLong("agency_id");
        return new SourceView(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                new SourceForm(
                        row.getString("code"),
                        SourceKind.valueOf(row.getString("kind")),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        agency,
                        row.getObject("event_hours", Integer.class),
                        row.getObject("result_hours", Integer.class),
                        row.getObject("counted_from", LocalDate.class)),
                catalogue.agency(agency).map(AgencyView::name).orElse(""),
                agency == actor.agencyId(),
                row.getInt("version"));
    }

    boolean isCodeTaken(String code) {
        return sql.number("SELECT COUNT(*) FROM eligibility_source WHERE code = ?", code) > 0;
    }

    PublicId add(SourceForm form) {
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO eligibility_source (id, public_id, code, kind, name_vi, name_en, agency_id, event_hours,"
                        + " result_hours, counted_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                nextId(),
                id,
                form.code(),
                form.kind().name(),
                form.nameVi(),
                form.nameEn(),
                form.agencyId(),
                form.eventHours(),
                form.resultHours(),
                form.countedFrom());
        return id;
    }

    /** @throws OptimisticLockException where somebody changed it since that version was read */
    void change(PublicId id, int version, SourceForm form) {
        requireOne(sql.update(
                "UPDATE eligibility_source SET name_vi = ?, name_en = ?, agency_id = ?, event_hours = ?, result_hours = ?,"
                        + " counted_from = ?, version = version + 1 WHERE public_id = ? AND version = ?",
                form.nameVi(),
                form.nameEn(),
                form.agencyId(),
                form.eventHours(),
                form.resultHours(),
                form.countedFrom(),
                id,
                version));
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new OptimisticLockException("it was changed meanwhile");
        }
    }

    private long nextId() {
        return sql.ids("eligibility_source_seq", STEP).next();
    }

    /** Those that ended last, by code. */
    List<FacilityView> facilities(long sourceId) {
        return sql.list(
                FACILITY + " WHERE source_id = ? ORDER BY valid_to IS NOT NULL, code", this::facility, sourceId);
    }

    /** As records may name them. */
    List<KnownFacility> known(long sourceId) {
        return facilities(sourceId).stream()
                .map(each -> new KnownFacility(
                        each.id(),
                        each.code(),
                        each.name(),
                        each.about().from(),
                        each.about().to()))
                .toList();
    }

    FacilityView facility(long sourceId, PublicId id) {
        return sql.first(FACILITY + " WHERE source_id = ? AND public_id = ?", this::facility, sourceId, id)
                .orElseThrow(NotFound::new);
    }

    private FacilityView facility(ResultSet row) throws SQLException {
        long area = row.getLong("area_id");
        return new FacilityView(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                new FacilityForm(
                        row.getString("code"),
                        row.getString("name"),
                        FacilityKind.valueOf(row.getString("kind")),
                        area,
                        row.getBoolean("fee_charging"),
                        Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                        row.getObject("valid_to", LocalDate.class)),
                catalogue.area(area).map(AreaView::path).orElse(""),
                row.getInt("version"));
    }

    Optional<PublicId> withCode(long sourceId, String code) {
        return sql.first(
                "SELECT public_id FROM eligibility_facility WHERE source_id = ? AND code = ?",
                row -> Sql.publicId(row, "public_id"),
                sourceId,
                code);
    }

    PublicId add(long sourceId, FacilityForm form) {
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO eligibility_facility (id, public_id, source_id, code, name, kind, area_id, fee_charging,"
                        + " valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                nextId(),
                id,
                sourceId,
                form.code(),
                form.name(),
                form.kind().name(),
                form.areaId(),
                form.feeCharging(),
                form.from(),
                form.to());
        return id;
    }

    void change(PublicId id, int version, FacilityForm form) {
        requireOne(sql.update(
                "UPDATE eligibility_facility SET code = ?, name = ?, kind = ?, area_id = ?, fee_charging = ?, valid_from = ?,"
                        + " valid_to = ?, version = version + 1 WHERE public_id = ? AND version = ?",
                form.code(),
                form.name(),
                form.kind().name(),
                form.areaId(),
                form.feeCharging(),
                form.from(),
                form.to(),
                id,
                version));
    }
}
