package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * An administrator keeps the catalogue: adds rows, mends names and contacts, ends a row and names what follows it. Code and
 * kind of a row stay; who changes them ends the row and adds another. Rules of routing have their own use case.
 */
@UseCase
public class CatalogueAdministration {
    @Inject
    private EntityManager entities;

    @Inject
    private Event<AuditedEvent> trail;

    /** All rows, ended ones too, whose code or name holds the text, in order of code. */
    @Requires(Permission.ADMINISTER)
    public List<CatalogueEntry> entries(Actor actor, CatalogueKind kind, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return rows(kind).stream()
                .map(CatalogueItem::entry)
                .filter(entry -> (entry.code() + " " + entry.nameVi() + " " + entry.nameEn())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    @Requires(Permission.ADMINISTER)
    public CatalogueEntry entry(Actor actor, CatalogueKind kind, long id) {
        return row(kind, id).entry();
    }

    /** Adds the row where its id is 0, else changes it. */
    @Requires(Permission.ADMINISTER)
    public void save(Actor actor, CatalogueKind kind, CatalogueEntry entry) {
        if (entry.code().isBlank() || entry.nameVi().isBlank()) {
            throw new RuleViolation("registry.entry-incomplete");
        }
        requireFree(kind, entry);
        CatalogueItem row = entry.id() == 0 ? created(kind, entry) : row(kind, entry.id());
        if (entry.id() == 0) {
            row.write(entry);
            entities.persist(row);
        } else if (row.version() != entry.version()) {
            throw new OptimisticLockException("the row was changed meanwhile");
        } else {
            row.write(entry);
        }
        trail.fire(new CatalogueChanged(
                actor.accountId(),
                entry.id() == 0 ? "catalogue.added" : "catalogue.changed",
                "catalogue",
                kind + "/" + entry.code(),
                Map.of(
                        "from",
                        entry.validFrom().toString(),
                        "to",
                        entry.validTo() == null ? "open" : entry.validTo().toString())));
    }

    /** One code means one thing on any day. */
    private void requireFree(CatalogueKind kind, CatalogueEntry entry) {
        boolean taken = rows(kind).stream()
                .map(CatalogueItem::entry)
                .filter(other -> other.id() != entry.id() && other.code().equals(entry.code()))
                .anyMatch(other -> !isBefore(other, entry) && !isBefore(entry, other));
        if (taken) {
            throw new RuleViolation("registry.code-taken", entry.code());
        }
    }

    private static boolean isBefore(CatalogueEntry one, CatalogueEntry other) {
        LocalDate last = one.validTo();
        return last != null && last.isBefore(other.validFrom());
    }

    private static CatalogueItem created(CatalogueKind kind, CatalogueEntry entry) {
        String code = entry.code().strip();
        LocalDate from = entry.validFrom();
        return switch (kind) {
            case AREAS -> new Area(code, entry.nameVi(), AreaLevel.valueOf(entry.kind()), entry.areaOrNone(), from);
            case AGENCIES -> new Agency(code, entry.nameVi(), entry.kind(), entry.areaOrNone(), from);
            case ZONES -> new Zone(code, entry.nameVi(), from);
            case SECTORS -> new Sector(code, entry.nameVi(), entry.nameEn(), from);
            case ACTIVITIES -> new Activity(code, entry.nameVi(), entry.nameEn(), from);
            case TYPES ->
                new OrganisationType(code, entry.nameVi(), entry.nameEn(), IdentifierKind.valueOf(entry.kind()), from);
            case ROUTING -> throw new IllegalArgumentException("rules are not entries");
        };
    }

    private CatalogueItem row(CatalogueKind kind, long id) {
        CatalogueItem row = entities.find(type(kind), id);
        if (row == null) {
            throw new NotFound();
        }
        return row;
    }

    private List<? extends CatalogueItem> rows(CatalogueKind kind) {
        return entities.createQuery(
                        "select r from " + type(kind).getSimpleName() + " r order by r.code, r.validFrom", type(kind))
                .getResultList();
    }

    private static Class<? extends CatalogueItem> type(CatalogueKind kind) {
        return switch (kind) {
            case AREAS -> Area.class;
            case AGENCIES -> Agency.class;
            case ZONES -> Zone.class;
            case SECTORS -> Sector.class;
            case ACTIVITIES -> Activity.class;
            case TYPES -> OrganisationType.class;
            case ROUTING -> throw new IllegalArgumentException("rules are not entries");
        };
    }
}
