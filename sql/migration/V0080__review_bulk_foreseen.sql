-- A bulk decision is foreseen before it is begun: each entry that matches is written down with what would become of it, and
-- nothing is decided. Begun, it decides what was foreseen to be decided and has not changed since.
--   phase     FORESEEING; FORESEEN, where it waits to be begun; DECIDING
--   foreseen  what was said before the decision: a Why, or the code of the rule that leaves the entry out
--   result    what became of it: the same words, or UNDONE; none while it was not its turn
CREATE TABLE review_bulk_entry (
    bulk_id  BIGINT      NOT NULL,
    entry_id BIGINT      NOT NULL,
    version  INT         NOT NULL,
    foreseen VARCHAR(60) NOT NULL,
    result   VARCHAR(60),
    PRIMARY KEY (bulk_id, entry_id),
    CONSTRAINT review_bulk_entry_of FOREIGN KEY (bulk_id) REFERENCES review_bulk (id) ON DELETE CASCADE
);

-- One that was under way when the portal was upgraded is looked through anew and waits for its maker's word.
ALTER TABLE review_bulk
    ADD COLUMN phase    VARCHAR(12) NOT NULL DEFAULT 'FORESEEING',
    ADD COLUMN begun_at DATETIME(6);
UPDATE review_bulk SET phase = 'DECIDING', begun_at = started_at WHERE finished_at IS NOT NULL OR undone_at IS NOT NULL;

INSERT INTO review_bulk_entry (bulk_id, entry_id, version, foreseen, result)
SELECT bulk_id, entry_id, 0, code, code FROM review_bulk_left_out;
DROP TABLE review_bulk_left_out;
