-- Where a pending entry stands at its agency. stage: OPEN lies in the queue, PROPOSED waits for an approver, HELD is decided
-- and takes effect when its undo window closes. To the organisation all three are pending.
--   arrived_at   when the agency got it           due_at       the agency's deadline
--   promised_at  the applicant's deadline, which runs on when the entry is forwarded
--   alarm_at     when the next alarm about the deadline is due; alarms: how many went out
--   holder_id    who works on it, until held_until; closed_to: who decided it last and may not decide it again
--   reopened     it was decided before, so there may be a card;  forwards: how often it was passed on
ALTER TABLE stafflist_entry
    ADD COLUMN stage       VARCHAR(8)  NOT NULL DEFAULT 'OPEN',
    ADD COLUMN arrived_at  DATETIME(6),
    ADD COLUMN due_at      DATETIME(6),
    ADD COLUMN promised_at DATETIME(6),
    ADD COLUMN alarm_at    DATETIME(6),
    ADD COLUMN alarms      TINYINT     NOT NULL DEFAULT 0,
    ADD COLUMN holder_id   BIGINT,
    ADD COLUMN held_until  DATETIME(6),
    ADD COLUMN closed_to   BIGINT,
    ADD COLUMN reopened    BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN forwards    TINYINT     NOT NULL DEFAULT 0;

UPDATE stafflist_entry e LEFT JOIN registry_routing_rule r ON r.id = e.rule_id
SET e.arrived_at  = e.submitted_at,
    e.due_at      = e.submitted_at + INTERVAL IFNULL(r.hours, 24) HOUR,
    e.promised_at = e.submitted_at + INTERVAL IFNULL(r.hours, 24) HOUR,
    e.alarm_at    = e.submitted_at + INTERVAL IFNULL(r.hours, 24) * 45 MINUTE;

ALTER TABLE stafflist_entry
    DROP KEY stafflist_entry_queue,
    DROP KEY stafflist_entry_queue_organisation,
    ADD KEY stafflist_entry_queue (agency_id, state, stage, submitted_at, id),
    ADD KEY stafflist_entry_queue_organisation (agency_id, organisation_id, state, stage, submitted_at, id),
    ADD KEY stafflist_entry_due (agency_id, state, stage, due_at),
    ADD KEY stafflist_entry_alarm (state, alarm_at),
    ADD KEY stafflist_entry_holder (holder_id, held_until);
