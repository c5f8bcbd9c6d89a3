-- One entry that was passed on is an act as well. back_*: it was called back: by whom, why, what was passed on after back_since.
ALTER TABLE review_forwarding
    ADD COLUMN of_list      BOOLEAN NOT NULL DEFAULT TRUE,
    ADD COLUMN back_at      DATETIME(6),
    ADD COLUMN back_since   DATETIME(6),
    ADD COLUMN back_by      BIGINT,
    ADD COLUMN back_name    VARCHAR(120),
    ADD COLUMN back_role    VARCHAR(40),
    ADD COLUMN back_reason  VARCHAR(1000),
    ADD COLUMN back_done_at DATETIME(6),
    ADD COLUMN back         INT NOT NULL DEFAULT 0,
    ADD KEY review_forwarding_of (actor_id, begun_at);

ALTER TABLE review_bulk ADD KEY review_bulk_of (actor_id, begun_at);

-- What an approver agreed to in one act and took back.
ALTER TABLE review_approval
    ADD COLUMN undone_at  DATETIME(6),
    ADD COLUMN taken_back INT NOT NULL DEFAULT 0,
    ADD KEY review_approval_of (approver_id, begun_at);
