-- What the criteria in force at the place of an open entry made of its person when that was asked last: a cache of an assessment,
-- with its time, and neither a property of the person nor of the entry. Whoever decides by it asks again. Entries whose level is
-- GREEN have the word '!GREEN' in stafflist_entry_name too, by which the queue leads to them.
--   level        as the condition matrix takes it; empty where no criteria are in force
--   until        the first moment at which it is another if nothing is added, 9999-12-31 for none
--   rules_stamp  which orders of criteria were known: of another stamp it is asked anew
CREATE TABLE stafflist_entry_level (
    entry_id     BIGINT      NOT NULL PRIMARY KEY,
    level        VARCHAR(8)  NOT NULL,
    until        DATETIME(6) NOT NULL,
    assessed_at  DATETIME(6) NOT NULL,
    rules_stamp  BIGINT      NOT NULL,
    KEY stafflist_entry_level_until (until),
    KEY stafflist_entry_level_assessed (assessed_at),
    KEY stafflist_entry_level_stamp (rules_stamp)
);

-- Open entries whose level is to be asked: they are new, or something was learnt of their people, or the clock has come to it.
CREATE TABLE stafflist_level_due (
    entry_id  BIGINT NOT NULL PRIMARY KEY
);
INSERT INTO stafflist_level_due (entry_id) SELECT id FROM stafflist_entry WHERE state IN ('WAITING', 'PENDING');
