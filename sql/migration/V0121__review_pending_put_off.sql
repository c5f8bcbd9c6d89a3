-- A verdict that could not take effect comes again later, so that it holds up none behind it.
--   failures: how often it failed;  last_word_id: who may take it back: the judge, until an approver agreed
ALTER TABLE review_pending
    ADD COLUMN failures      INT         NOT NULL DEFAULT 0,
    ADD COLUMN put_off_until DATETIME(6),
    ADD COLUMN last_word_id  BIGINT AS (IF(approval_id IS NULL, judge_id, approver_id)) STORED,
    ADD KEY review_pending_last_word (agency_id, last_word_id, judged_at, entry_id);
