-- How an agency decides. No row: as the defaults of the columns say.
CREATE TABLE review_agency (
    agency_id           BIGINT  NOT NULL PRIMARY KEY,
    undo_minutes        INT     NOT NULL DEFAULT 5,
    claim_minutes       INT     NOT NULL DEFAULT 10,
    second_above        INT     NOT NULL DEFAULT 500,
    second_percent      INT     NOT NULL DEFAULT 0,
    version             INT     NOT NULL DEFAULT 0
);

-- The numbered document by which officers decide themselves; without one they propose. account_id: one officer, or all.
CREATE TABLE review_mandate (
    id          BIGINT       NOT NULL PRIMARY KEY,
    public_id   BINARY(16)   NOT NULL UNIQUE,
    agency_id   BIGINT       NOT NULL,
    account_id  BIGINT,
    document_no VARCHAR(60)  NOT NULL,
    valid_from  DATE         NOT NULL,
    valid_to    DATE,
    granted_by  BIGINT       NOT NULL,
    granted_at  DATETIME(6)  NOT NULL,
    KEY review_mandate_agency (agency_id, valid_from)
);

-- Verdicts that have no effect yet: proposed, or within their undo window. One an entry; gone when it takes effect, is undone
-- or declined. What was said stays in review_decision.
CREATE TABLE review_pending (
    entry_id      BIGINT        NOT NULL PRIMARY KEY,
    act_id        BIGINT        NOT NULL,
    agency_id     BIGINT        NOT NULL,
    stage         VARCHAR(8)    NOT NULL,
    outcome       VARCHAR(12)   NOT NULL,
    reason_code   VARCHAR(8)    NOT NULL,
    reason_text   VARCHAR(1000) NOT NULL,
    why           VARCHAR(16)   NOT NULL,
    judge_id      BIGINT        NOT NULL,
    judge_name    VARCHAR(120)  NOT NULL,
    judge_role    VARCHAR(24)   NOT NULL,
    approver_id   BIGINT,
    approver_name VARCHAR(120),
    judged_at     DATETIME(6)   NOT NULL,
    effective_at  DATETIME(6),
    approval_id   BIGINT,
    KEY review_pending_effective (stage, effective_at, entry_id),
    KEY review_pending_act (act_id, entry_id),
    KEY review_pending_desk (agency_id, stage, judge_id, entry_id),
    KEY review_pending_approval (approval_id, entry_id)
);

-- Proposals that an approver agreed to in one act, under a number of the agency. Worked off in steps.
CREATE TABLE review_approval (
    id            BIGINT       NOT NULL PRIMARY KEY,
    public_id     BINARY(16)   NOT NULL UNIQUE,
    agency_id     BIGINT       NOT NULL,
    year          INT          NOT NULL,
    number        INT          NOT NULL,
    approver_id   BIGINT       NOT NULL,
    approver_name VARCHAR(120) NOT NULL,
    approver_role VARCHAR(24)  NOT NULL,
    at_once       BOOLEAN      NOT NULL,
    total         INT          NOT NULL,
    approved      INT          NOT NULL DEFAULT 0,
    left_out      INT          NOT NULL DEFAULT 0,
    begun_at      DATETIME(6)  NOT NULL,
    finished_at   DATETIME(6),
    UNIQUE KEY review_approval_number (agency_id, year, number)
);

-- Every step of the way is kept, not only decisions. act_id: what was done in one go, 0 for what was decided before.
ALTER TABLE review_decision
    ADD COLUMN step   VARCHAR(16) NOT NULL DEFAULT 'DECIDED',
    ADD COLUMN act_id BIGINT      NOT NULL DEFAULT 0,
    ADD COLUMN to_agency_id BIGINT,
    MODIFY COLUMN outcome VARCHAR(12),
    ADD KEY review_decision_act (act_id, entry_id),
    ADD KEY review_decision_of (decided_by, decided_at);

-- One act: a decision on one entry, or on all that matched a filter.
ALTER TABLE review_bulk
    ADD COLUMN home_agency_id BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN form       VARCHAR(8)  NOT NULL DEFAULT '',
    ADD COLUMN due_before DATETIME(6),
    ADD COLUMN holder_id  BIGINT      NOT NULL DEFAULT 0,
    ADD COLUMN at_once   BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN undone_at DATETIME(6),
    ADD COLUMN undone_by BIGINT;
UPDATE review_bulk SET home_agency_id = agency_id;

-- What took effect, counted where and when it did; only ever added to, so that the figures of a past hour stay.
CREATE TABLE review_count (
    id          BIGINT      NOT NULL PRIMARY KEY,
    agency_id   BIGINT      NOT NULL,
    judge_id    BIGINT      NOT NULL,
    step        VARCHAR(16) NOT NULL,
    outcome     VARCHAR(12),
    reason_code VARCHAR(8),
    entries     INT         NOT NULL,
    late        INT         NOT NULL,
    counted_at  DATETIME(6) NOT NULL,
    KEY review_count_at (counted_at, agency_id)
);
