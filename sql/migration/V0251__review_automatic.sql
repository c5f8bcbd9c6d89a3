-- Open entries that may be approved without a person: their people were found to be green, or a mode began. Taken off when it is their
-- turn; whoever approves them asks everything anew.
--   due_at  not before: what somebody has open, or what is over the day's limit, comes later
CREATE TABLE review_automatic_due (
    entry_id  BIGINT      NOT NULL PRIMARY KEY,
    due_at    DATETIME(6) NOT NULL,
    KEY review_automatic_due_next (due_at, entry_id)
);

-- How far the walk through all green entries is that follows when another mode or another rule of an agency holds.
--   stamp        of the modes and rules for which it was begun
--   after_entry  the last one that was looked at; null where it is at its end
CREATE TABLE review_automatic_walk (
    id           TINYINT NOT NULL PRIMARY KEY,
    stamp        BIGINT  NOT NULL,
    after_entry  BIGINT
);
INSERT INTO review_automatic_walk (id, stamp, after_entry) VALUES (1, 0, NULL);

-- By which rule the portal decided: the mode that was in force with its version, or the agency's own rule.
ALTER TABLE review_decision ADD COLUMN by_rule VARCHAR(300);
