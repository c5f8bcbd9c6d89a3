package vn.khanhhoa.thecovid.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A record that the next sealing takes up. */
@Entity
@Table(name = "audit_unsealed")
class Unsealed {
    @Id
    @Column(name = "record_id")
    private long recordId;

    protected Unsealed() {}

    Unsealed(long recordId) {
        this.recordId = recordId;
    }
}
