-- How an entry stood at the agency that passed it on last, so that it can be called back as it was. version: of the entry
-- since; act_id: what was passed on in one go.
CREATE TABLE stafflist_passed_on (
    entry_id       BIGINT      NOT NULL PRIMARY KEY,
    act_id         BIGINT      NOT NULL,
    from_agency_id BIGINT      NOT NULL,
    to_agency_id   BIGINT      NOT NULL,
    passed_at      DATETIME(6) NOT NULL,
    version        INT         NOT NULL,
    told_agency_id BIGINT,
    own_people     BOOLEAN     NOT NULL,
    arrived_at     DATETIME(6),
    due_at         DATETIME(6),
    alarm_at       DATETIME(6),
    alarms         TINYINT     NOT NULL,
    forwards       TINYINT     NOT NULL,
    KEY stafflist_passed_on_act (act_id, entry_id)
);
