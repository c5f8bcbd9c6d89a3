package vn.khanhhoa.thecovid.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the trail; never changed after it is written. */
@Entity
@Table(name = "audit_record")
class AuditRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_record_seq")
    @SequenceGenerator(name = "audit_record_seq", sequenceName = "audit_record_seq", allocationSize = 50)
    private long id;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "actor_id")
    private long actorId;

    private String action;

    @Column(name = "subject_kind")
    private String subjectKind;

    @Column(name = "subject_id")
    private String subjectId;

    private String details;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AuditRecord() {}

    AuditRecord(Instant recordedAt, long actorId, String action, String subjectKind, String subjectId, String details) {
        this.recordedAt = recordedAt;
        this.actorId = actorId;
        this.action = action;
        this.subjectKind = subjectKind;
        this.subjectId = subjectId;
        this.details = details;
    }

    long id() {
        return id;
    }
}
