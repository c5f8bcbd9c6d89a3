package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/** The rules that administrators have put in force. What is to change is prepared in {@link RoutingDrafts}. */
@UseCase
public class RoutingAdministration {
    private static final int SHOWN = 20;

    /** When which table was put in force, by whom and why. */
    public record Publication(String publisher, Instant publishedAt, LocalDate from, String note, int changes) {}

    @Inject
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Those in force today or later, in their order. */
    @Requires(Permission.ADMINISTER)
    public List<RoutingRuleView> rules(Actor actor) {
        return ahead(LocalDate.now(clock)).stream()
                .map(RoutingRule::view)
                .sorted()
                .toList();
    }

    /** In force on the day or later. */
    List<RoutingRule> ahead(LocalDate day) {
        return entities.createQuery(
                        "select r from RoutingRule r where (r.validTo is null or r.validTo >= :day) and (r.validTo is null or"
                                + " r.validTo >= r.validFrom)",
                        RoutingRule.class)
                .setParameter("day", day)
                .getResultList();
    }

    /** The newest first. */
    @Requires(Permission.ADMINISTER)
    public List<Publication> publications(Actor actor) {
        return sql.list(
                "SELECT publisher, published_at, valid_from, note, changes FROM registry_routing_publication ORDER BY id DESC"
                        + " LIMIT ?",
                row -> new Publication(
                        row.getString(1),
                        Objects.requireNonNull(Sql.instant(row, "published_at")),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getInt(5)),
                SHOWN);
    }
}
