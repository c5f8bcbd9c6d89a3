package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** A row of the catalogue, valid from a first day to a last one. Nothing is deleted: what was decided by it stays legible. */
@MappedSuperclass
abstract class DatedRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registry_seq")
    @SequenceGenerator(name = "registry_seq", sequenceName = "registry_seq", allocationSize = 50)
    private long id;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DatedRow() {}

    DatedRow(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    void date(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new RuleViolation("registry.period-reversed");
        }
        validFrom = from;
        validTo = to;
    }

    /** From its first day on it holds on no day. */
    void neverAgain() {
        validTo = validFrom.minusDays(1);
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable LocalDate validTo() {
        return validTo;
    }
}
